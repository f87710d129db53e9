-- with: map_rows
-- The amounts that the map of states draws.
SELECT m.state, m.jurisdictions_count_url, iif(d.of_states, 'states', 'local') AS panel
       [[? measure:, iif(d.of_states, m.state_usd, m.local_usd) AS amount_usd,
       iif(d.of_states, m.state_usd_state, m.local_usd_state) AS amount_state ]]
FROM map_rows m, drawn d
ORDER BY m.state
