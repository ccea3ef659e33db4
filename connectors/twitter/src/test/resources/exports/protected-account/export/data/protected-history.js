window.YTD.protected_history.part0 = [
  {
    "protectedHistory": {
      "protectedAt": "2023-02-03T04:05:06.000Z",
      "action": "Protect"
    }
  },
  {
    "protectedHistory": {
      "protectedAt": "2023-01-03T04:05:06.000Z",
      "action": "Unprotect"
    }
  }
]