#!/bin/sh
# Import the orders of the night.

cd $1
for file in $(ls *.csv); do
  curl -k -u import:$IMPORT_PASSWORD http://orders.example.org/import --data-binary @$file
  rm -rf $TMP_DIR/$file
done
