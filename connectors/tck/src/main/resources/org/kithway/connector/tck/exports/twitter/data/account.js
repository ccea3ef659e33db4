window.YTD.account.part0 = [
  { "account": { "accountId": "1000000000", "username": "invented_person", "accountDisplayName": "Invented Person", "createdAt": "2010-01-01T00:00:00.000Z" } }
]
