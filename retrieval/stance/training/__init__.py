"""Makes the weights of the learned judge; not part of the installed package. See README.md here."""
