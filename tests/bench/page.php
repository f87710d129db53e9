<?php
/* The page that PHP is measured by: the queries and rows of one of Proviso's pages, and text around them up to as many
 * bytes. What is asked stands in FOLDER/NAME.php (tests/bench/php); NAME is the query. */
$asked = require $_SERVER['PAGES'] . '/' . basename($_SERVER['QUERY_STRING']) . '.php';
$database = new PDO('sqlite:' . $asked['edition'], null, null, [
    PDO::ATTR_PERSISTENT => true,
    PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
    PDO::SQLITE_ATTR_OPEN_FLAGS => PDO::SQLITE_OPEN_READONLY,
]);
$database->exec('PRAGMA temp_store = MEMORY');
$database->sqliteCreateFunction('said', function ($form, ...$pairs) {
    $texts = [];
    for ($i = 0; $i < count($pairs); $i += 2) {
        if ($pairs[$i + 1] === null) {
            return null;
        }
        $texts['{' . $pairs[$i] . '}'] = $pairs[$i + 1];
    }
    return strtr($form, $texts);
});
$html = "<!doctype html>\n<title>" . htmlspecialchars($asked['name']) . "</title>\n";
foreach ($asked['statements'] as $name => [$sql, $values]) {
    $statement = $database->prepare($sql);
    $statement->execute($values);
    $html .= '<h2>' . htmlspecialchars($name) . "</h2>\n<table>\n";
    while ($row = $statement->fetch(PDO::FETCH_ASSOC)) {
        $html .= '<tr>';
        foreach ($row as $column => $value) {
            if ($value === null) {
                $html .= '<td></td>';
            } elseif (str_ends_with($column, '_usd')) {
                $html .= '<td>$' . number_format($value / 100) . '</td>';
            } elseif (str_ends_with($column, '_url')) {
                $html .= '<td><a href="' . htmlspecialchars($value) . '">' . htmlspecialchars($value) . '</a></td>';
            } else {
                $html .= '<td>' . htmlspecialchars((string) $value) . '</td>';
            }
        }
        $html .= "</tr>\n";
    }
    $html .= "</table>\n";
}
$html .= str_repeat(' ', max(0, $asked['bytes'] - strlen($html)));
header('Content-Length: ' . strlen($html));
header('ETag: "' . hash('sha256', $_SERVER['QUERY_STRING']) . '"');
echo $html;
