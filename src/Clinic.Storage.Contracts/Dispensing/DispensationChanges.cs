using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Storage.Contracts;

/// <summary>Small changes of a full dispensation, each of which keeps every other record the same object.</summary>
internal static class DispensationChanges
{
    public static IEnumerable<Func<DispensationSnapshot, DispensationSnapshot>> All(IClinicStores stores)
    {
        yield return s => s;
        yield return s => s with { Participants = [.. s.Participants, stores.NewId<PersonId>()] };
        yield return s => WithLine(s, l => l with { Accounts = [l.Accounts[0] with { Used = 3.1m, OpenRest = 0, OpenedAt = null }, l.Accounts[1]] });
        yield return s => WithLine(s, l => l with { Accounts = [l.Accounts[0], l.Accounts[1] with { Delivered = 6, Issues = [.. l.Accounts[1].Issues, l.Accounts[0].Issues[0]] }] });
        yield return s => WithLine(s, l => l with { Accounts = [l.Accounts[0] with { Issues = [l.Accounts[0].Issues[0], l.Accounts[0].Issues[1] with { Returned = 0.25m }] }, l.Accounts[1]] });
        yield return s => WithLine(s, l => l with { Accounts = [.. l.Accounts, stores.AnAccount()] });
        yield return s => WithLine(s, l => l with { Parts = [l.Parts[0], l.Parts[1] with { Confirmed = stores.ASigned(), IsScanned = true }, l.Parts[2]] });
        yield return s => WithLine(s, l => l with { Parts = [l.Parts[0], l.Parts[2]] });
        yield return s => WithLine(s, l => l with { Parts = [l.Parts[1]] });
        yield return s => WithLine(s, l => l with { Parts = [] });
        yield return s => WithLine(s, l => l with { Parts = [stores.APart(), stores.APart()] });
        yield return s => WithLine(s, l => l with { Product = stores.AProduct(), Substituted = null, Directions = null });
        yield return s => s with { Lines = [s.Lines[0], s.Lines[1] with { Accounts = [stores.AnAccount()], MaySubstitute = true }] };
        yield return s => WithLine(s, l => l with { Accounts = [] });
        yield return s => WithLine(s, l => l with { Accounts = [stores.AnAccount() with { Issues = [] }] });
        yield return s => s with { Lines = [s.Lines[0]] };
        yield return s => s with { Lines = [s.Lines[0], stores.ALine(2)] };
        yield return s => s with { HandOvers = [.. s.HandOvers.Take(2), s.HandOvers[2] with { Attestation = s.HandOvers[2].Attestation! with { Confirmed = stores.AProof() } }] };
        yield return s => s with { HandOvers = [.. s.HandOvers, stores.AnAttested(stores.Now())] };
        yield return s => s with { Returns = [s.Returns[0], s.Returns[1] with { Counted = 1, CountedBy = stores.ASigned(), To = stores.NewId<LocationId>() }, s.Returns[2]] };
        yield return s => s with { Returns = [.. s.Returns, s.Returns[0] with { Id = stores.NewId<Clinic.Dispensing.Returning.ReturnId>() }] };
        yield return s => s with { Tickets = [s.Tickets[0], stores.Resolved(s.Tickets[1])] };
        yield return s => s with { Tickets = [.. s.Tickets, stores.ATicket()] };
        yield return s => s with { Tickets = [.. s.Tickets.Take(2), s.Tickets[2] with { Owner = stores.NewId<PersonId>(), Escalations = 3, Due = stores.Now(), Evidence = [s.Tickets[0].Evidence[0]] }] };
        yield return s => s with { Prepared = null, Checked = null, Hold = null, Status = DispenseStatus.Ready };
    }

    private static DispensationSnapshot WithLine(DispensationSnapshot s, Func<DispensationLine, DispensationLine> change) =>
        s with { Lines = [change(s.Lines[0]), .. s.Lines.Skip(1)] };
}
