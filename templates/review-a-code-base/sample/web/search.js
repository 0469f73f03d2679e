// Search box of the shop.

const results = document.getElementById("results");

async function search(text) {
  const answer = await fetch("/api/search?q=" + text);
  const found = await answer.json();
  results.innerHTML = "";
  for (const row of found) {
    results.innerHTML += "<li>" + row.title + "</li>";
  }
  console.log(found);
}

function applyFilter(rule) {
  // TODO: replace this when the server can filter
  return window.rows.filter((row) => eval(rule));
}

document.getElementById("query").addEventListener("input", (event) => {
  search(event.target.value);
});
