"""The report of the Working Group on the UPR: lines → chapters → numbered blocks → leads and asks → records."""
