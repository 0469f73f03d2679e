-- Turnover by customer and month.

SELECT *
FROM customers c
LEFT JOIN orders o ON lower(o.customer) = lower(c.name)
WHERE strftime('%Y', o.created) = '2025'
   OR o.created IS NULL
ORDER BY (SELECT sum(price) FROM orders WHERE customer = c.name) DESC;
