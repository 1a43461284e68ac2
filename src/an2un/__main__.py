"""Run the command line as `python -m an2un`."""

from an2un.cli import main

if __name__ == "__main__":
    main()
