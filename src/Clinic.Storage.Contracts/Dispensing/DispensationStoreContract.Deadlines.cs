using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Storage.Contracts;

public static partial class DispensationStoreContract
{
    private static async Task DeadlinesAsync(IClinicStores stores, CancellationToken ct)
    {
        var due = stores.Now() + Duration.FromHours(1);
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var all = Circumstances(stores, kind, due).ToList();
            await stores.AddAsync(ct, [.. all.Select(c => c.Dispensation)]).ConfigureAwait(false);
            var expected = all.Where(c => c.IsDue).Select(c => c.Dispensation.Id).ToHashSet();
            var ids = all.Select(c => c.Dispensation.Id).ToHashSet();

            var before = await Store(stores).DueAsync(stores.Tenant, kind, due - PharmacySamples.Microsecond, 99, ct).ConfigureAwait(false);
            var then = await Store(stores).DueAsync(stores.Tenant, kind, due, 99, ct).ConfigureAwait(false);

            Check.Equal(0, before.Count(ids.Contains), $"{kind}, a microsecond before");
            foreach (var one in all) Check.Equal(one.IsDue, then.Contains(one.Dispensation.Id), $"{kind} is due: {one.Circumstance}");
            Check.Equal(expected.Count, then.Count(ids.Contains), $"{kind}, each once");
        }
    }

    private static IEnumerable<(string Circumstance, bool IsDue, DispensationSnapshot Dispensation)> Circumstances(IClinicStores stores, DeadlineKind kind, Instant due)
    {
        // Nothing else of this one is ever due.
        var idle = stores.ADispensation() with { Status = DispenseStatus.InPreparation };
        DispensationSnapshot Another() => idle with { Id = stores.NewId<DispensationId>() };
        switch (kind)
        {
            case DeadlineKind.Validity:
                foreach (var status in Enum.GetValues<DispenseStatus>())
                    yield return ($"{status}", status is DispenseStatus.Draft or DispenseStatus.Requested or DispenseStatus.Authorised, Another() with { Status = status, ValidUntil = due });
                break;
            case DeadlineKind.Hold:
                var hold = new HoldState("agotado", due, idle.Requested.By, stores.Now());
                yield return ("on hold", true, Another() with { Status = DispenseStatus.OnHold, Hold = hold });
                yield return ("on hold, of which no end is known", false, Another() with { Status = DispenseStatus.OnHold });
                yield return ("no longer on hold", false, Another() with { Status = DispenseStatus.InPreparation, Hold = hold });
                break;
            case DeadlineKind.Authorisation:
                var late = stores.ATicket(TicketKind.LateAuthorisation, due + Duration.FromDays(1));
                yield return ("not authorised", true, Another() with { AuthoriseBy = due });
                yield return ("not authorised, another ticket", true, Another() with { AuthoriseBy = due, Tickets = [stores.ATicket(TicketKind.Difference, due + Duration.FromDays(1))] });
                yield return ("authorised", false, Another() with { AuthoriseBy = due, Authorised = stores.ASigned() });
                yield return ("need not be", false, Another());
                yield return ("a ticket about it", false, Another() with { AuthoriseBy = due, Tickets = [late] });
                yield return ("a resolved ticket about it", false, Another() with { AuthoriseBy = due, Tickets = [stores.Resolved(late with { Id = stores.NewId<TicketId>() })] });
                break;
            case DeadlineKind.Use:
                foreach (var status in Enum.GetValues<AccountabilityStatus>())
                    yield return ($"{status}", status == AccountabilityStatus.Open, Another() with { Accountability = status, UseBy = due });
                var pending = new ReturnRecord(stores.NewId<ReturnId>(), 1, stores.NewId<LotId>(), 1, ReturnCondition.Unopened, "sobra", stores.ASigned());
                var waiting = Another() with { Accountability = AccountabilityStatus.ToReconcile, UseBy = due, Returns = [pending] };
                yield return ("waiting for a return to be counted", true, waiting);
                yield return ("waiting for a return, with a ticket about it", false, waiting with { Id = stores.NewId<DispensationId>(), Returns = [pending with { Id = stores.NewId<ReturnId>() }], Tickets = [stores.ATicket(TicketKind.OverdueRemainder, due + Duration.FromDays(1))] });
                yield return ("open, not handed over", false, Another() with { Accountability = AccountabilityStatus.Open });
                break;
            case DeadlineKind.Confirmation:
                var ticket = stores.ATicket(TicketKind.UnconfirmedReceipt, due + Duration.FromDays(1)) with { RaisedAt = due };
                yield return ("unconfirmed", true, Another() with { HandOvers = [stores.AnAttested(due)] });
                yield return ("the earliest of two, beside one confirmed before", true, Another() with
                {
                    HandOvers = [stores.AnAttested(due - Duration.FromHours(1), stores.AProof()), stores.AnAttested(due + Duration.FromHours(1)), stores.AnAttested(due)],
                });
                yield return ("confirmed", false, Another() with { HandOvers = [stores.AnAttested(due, stores.AProof())] });
                yield return ("proved by the recipient", false, Another() with { HandOvers = [stores.AnAttested(due) with { Attestation = null, Receipt = stores.AProof() }] });
                yield return ("a ticket about an earlier hand-over", true, Another() with { HandOvers = [stores.AnAttested(due)], Tickets = [ticket with { Id = stores.NewId<TicketId>(), RaisedAt = due - PharmacySamples.Microsecond }] });
                yield return ("a ticket about it", false, Another() with { HandOvers = [stores.AnAttested(due)], Tickets = [ticket] });
                yield return ("a resolved ticket about it", false, Another() with { HandOvers = [stores.AnAttested(due)], Tickets = [stores.Resolved(ticket with { Id = stores.NewId<TicketId>() })] });
                break;
            default:
                yield return ("open", true, Another() with { Tickets = [stores.ATicket(due: due)] });
                yield return ("the earliest open one", true, Another() with
                {
                    Tickets = [stores.Resolved(stores.ATicket(due: due - Duration.FromHours(1))), stores.ATicket(due: due + Duration.FromHours(1)), stores.ATicket(due: due)],
                });
                yield return ("resolved", false, Another() with { Tickets = [stores.Resolved(stores.ATicket(due: due))] });
                yield return ("none", false, Another());
                break;
        }
    }

    private static async Task OrdersDeadlinesAsync(IClinicStores stores, CancellationToken ct)
    {
        var now = stores.Now() + Duration.FromDays(1);
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var all = DispensingSamples.Unordered.Select(hours => (At: now - Duration.FromHours(hours), Dispensation: Due(stores, kind, now - Duration.FromHours(hours)))).ToList();
            await stores.AddAsync(ct, [.. all.Select(a => a.Dispensation), Due(stores, kind, now + PharmacySamples.Microsecond)]).ConfigureAwait(false);
            var expected = all.OrderBy(a => a.At).ThenBy(a => a.Dispensation.Id, IdOrder).Select(a => a.Dispensation.Id).ToList();

            Check.Sequence(expected, await Store(stores).DueAsync(stores.Tenant, kind, now, 99, ct).ConfigureAwait(false), $"{kind}, oldest first");
            Check.Sequence(expected.Take(4), await Store(stores).DueAsync(stores.Tenant, kind, now, 4, ct).ConfigureAwait(false), $"{kind}, four at most");
        }
    }

    private static async Task MovesDeadlinesAsync(IClinicStores stores, CancellationToken ct)
    {
        var now = stores.Now() + Duration.FromDays(1);
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var made = Due(stores, kind, now);
            await stores.AddAsync(ct, made).ConfigureAwait(false);
            async Task<bool> IsDueAsync() => (await Store(stores).DueAsync(stores.Tenant, kind, now, 99, ct).ConfigureAwait(false)).Contains(made.Id);

            var later = Due(stores, kind, now + PharmacySamples.Microsecond);
            await stores.ChangeAsync(made.Id, s => Moved(s, later), ct).ConfigureAwait(false);
            Check.True(!await IsDueAsync().ConfigureAwait(false), $"{kind} that moved on is not due");
            await stores.ChangeAsync(made.Id, s => Moved(s, made), ct).ConfigureAwait(false);
            Check.True(await IsDueAsync().ConfigureAwait(false), $"{kind} that came back is due");
            await stores.ChangeAsync(made.Id, s => s with { Participants = [stores.NewId<PersonId>()] }, ct).ConfigureAwait(false);
            Check.True(await IsDueAsync().ConfigureAwait(false), $"{kind} is still due when something else changes");
            await stores.ChangeAsync(made.Id, s => Moved(s, Due(stores, null, now)), ct).ConfigureAwait(false);
            Check.True(!await IsDueAsync().ConfigureAwait(false), $"{kind} that was met is not due");
        }
    }

    private static DispensationSnapshot Moved(DispensationSnapshot s, DispensationSnapshot to) => s with
    {
        Status = to.Status,
        Accountability = to.Accountability,
        ValidUntil = to.ValidUntil,
        Hold = to.Hold,
        AuthoriseBy = to.AuthoriseBy,
        UseBy = to.UseBy,
        HandOvers = to.HandOvers,
        Tickets = to.Tickets,
    };

    // One of which this deadline is due at an instant and no other ever is.
    private static DispensationSnapshot Due(IClinicStores stores, DeadlineKind? kind, Instant at)
    {
        var idle = stores.ADispensation() with { Status = DispenseStatus.InPreparation };
        return kind switch
        {
            DeadlineKind.Validity => idle with { Status = DispenseStatus.Requested, ValidUntil = at },
            DeadlineKind.Hold => idle with { Status = DispenseStatus.OnHold, Hold = new("agotado", at, idle.Requested.By, stores.Now()) },
            DeadlineKind.Authorisation => idle with { AuthoriseBy = at },
            DeadlineKind.Use => idle with { Accountability = AccountabilityStatus.Open, UseBy = at },
            DeadlineKind.Confirmation => idle with { HandOvers = [stores.AnAttested(at)] },
            DeadlineKind.Ticket => idle with { Tickets = [stores.ATicket(due: at)] },
            _ => idle,
        };
    }
}
