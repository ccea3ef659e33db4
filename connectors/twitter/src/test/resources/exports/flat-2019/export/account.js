window.YTD.account.part0 = [
  {
    "account": {
      "phoneNumber": "+4930123456",
      "email": "not an address",
      "createdVia": "web",
      "username": "bo_erfunden",
      "accountId": "12497",
      "createdAt": "2006-11-15T13:18:50.000Z",
      "accountDisplayName": "Bo Erfunden"
    }
  }
]