-- with: effects_known
-- What each ruling that reaches it does to which requirements: first the rulings of which anything is in force, the newest
-- of them first; one row for all to which a ruling does the same, which on the edition's own date stand together.
SELECT e.ruling_key, e.ruled_on, e.ruled_on_precision, e.authority, e.case_name, '/cases/' || e.case_key AS case_url,
       e.docket, e.ruling_kind,
       e.summary AS ruling_summary, group_concat(e.requirement, ', ') AS requirements,
       e.effect, e.scope, e.in_force AS is_current,
       [[^ past: e.newest_holds ]] [[? past: max(max(e.in_force)) OVER (PARTITION BY e.ruling_key) ]] AS ruling_holds,
       e.from_on, e.from_on_precision,
       e.ended_on AS until_on, e.ended_on_precision AS until_on_precision, e.ended_by AS until_reason, e.note, e.sources
FROM effects_known e
GROUP BY [[^ past: e.newest_holds, e.ruled_on, e.ruling_key, e.newest_force, e.newest_first ]]
         [[? past: e.ruled_on, e.ruling_key, e.effect, e.scope, e.in_force, e.from_on, e.from_on_precision, e.ended_on,
                  e.ended_on_precision, e.ended_by, e.note, e.sources ]]
ORDER BY [[^ past: e.newest_holds DESC, e.ruled_on DESC, e.ruling_key, e.newest_force DESC, e.newest_first ]]
         [[? past: ruling_holds DESC, e.ruled_on DESC, e.ruling_key, e.in_force DESC, min(e.effect_key) ]]
