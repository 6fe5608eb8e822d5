"""What differences mean, one rule per file: its code, its axes, its verdict, and why."""
