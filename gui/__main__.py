"""`python -m gui [--workspace DIR] [FILE]` opens the window."""

from gui.app import leave, main

if __name__ == "__main__":
    leave(main())
