var user_details =  {
 "screen_name": "cleo_x",
 "full_name": "Cl\u00e9o Exemple",
 "location": "Nulle Part",
 "bio": "Botanist",
 "id": "2000000002",
 "created_at": "2009-07-08 20:12:42 +0000"
}