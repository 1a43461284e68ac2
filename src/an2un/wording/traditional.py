"""Traditional Chinese characters as the tables have them, which are simplified.

The United Nations printed Chinese in traditional characters into the 1970s; Hong Kong, Macao and
others still publish its resolutions so.
"""

from __future__ import annotations

# Traditional and simplified in turn, of all characters in the tables of Chinese that have both.
PAIRS = (
    "與与專专東东兩两嚴严臨临爲为舉举義义烏乌書书買买於于亞亚衆众會会倫伦體体彿佛脩修"
    "傾倾剋克蘭兰關关興兴茲兹內内岡冈決决準准幾几齣出劃划則则剛刚別别彆别務务動动勵励"
    "勞劳協协盧卢衛卫捲卷發发髮发敘叙號号籲吁閤合衕同聽听員员迴回團团糰团國国圖图聖圣"
    "堅坚壇坛罈坛聲声頭头奧奥婦妇學学寧宁甯宁實实審审憲宪傢家賓宾對对導导爾尔侷局屆届"
    "嶼屿島岛佈布蓆席幹干乾干並并併并庫库應应棄弃強强當当噹当錄录彔录唸念總总驚惊憤愤"
    "願愿託托執执揚扬護护報报撾挝據据斷断時时暫暂術术朮术權权條条來来極极標标樣样覈核"
    "歡欢歐欧畢毕匯汇彙汇湯汤註注濟济溫温滿满點点熱热愛爱環环電电確确祕秘緊紧約约級级"
    "紀纪納纳紐纽組组細细織织終终紹绍經经結结統统繼继續续維维緬缅締缔編编羅罗羣群聯联"
    "脫脱臘腊緻致節节蘇苏甦苏囌苏薦荐藥药葯药萊莱獲获穫获薩萨矇蒙濛蒙懞蒙慮虑錶表見见"
    "規规計计訂订認认議议記记論论證证証证識识請请諾诺調调謝谢譴谴貝贝責责質质賞赏贊赞"
    "讚赞達达過过運运還还這这進进適适選选遺遗鄭郑採采寀采裏里銘铭長长門门際际難难麪面"
    "韋韦韓韩項项顧顾頓顿預预題题顛颠馬马魯鲁鮮鲜麥麦"
)
_SIMPLIFIED = str.maketrans(PAIRS[::2], PAIRS[1::2])
_TELLING = "國會議"  # one of them stands in the formula of every organ or in its own name


def simplified(text: str) -> str:
    """Return a text with simplified characters for its traditional ones, as long as before.

    Only those that the tables of Chinese hold are known; other texts are returned as they are.
    """
    if not any(sign in text for sign in _TELLING):
        return text
    return text.translate(_SIMPLIFIED)
