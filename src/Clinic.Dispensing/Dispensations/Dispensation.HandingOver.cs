using Clinic.Dispensing.Closing;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Stock;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    /// <summary>What of each line goes now, in base units: all that is kept, or what was asked.</summary>
    internal IReadOnlyList<(DispensationLine Line, decimal Quantity)> Going(Failures failures, IReadOnlyDictionary<int, decimal>? asked)
    {
        var going = new List<(DispensationLine, decimal)>();
        foreach (var line in state.Lines)
        {
            var quantity = asked is null ? line.Kept : asked.GetValueOrDefault(line.Number);
            failures.Require(quantity <= line.Kept, DispensingRules.HandOverTooMuch, ("line", line.Number), ("asked", quantity), ("found", line.Kept));
            if (quantity > 0) going.Add((line, Math.Min(quantity, line.Kept)));
        }

        failures.Require(going.Count > 0, DispensingRules.HandOverNothing, ("dispensation", Id));
        return going;
    }

    /// <summary>The trigger of a hand-over: of all that is left, or of a part.</summary>
    internal DispenseTrigger TriggerOf(IReadOnlyList<(DispensationLine Line, decimal Quantity)> going) =>
        state.Lines.Sum(l => l.Kept) == going.Sum(g => g.Quantity) ? DispenseTrigger.HandOver : DispenseTrigger.HandOverPart;

    internal void CheckHandOver(Failures failures, DispenseTrigger trigger)
    {
        Fire(failures, trigger);
        Fire(failures, AccountabilityTrigger.HandOver);
    }

    /// <summary>Books what left onto the accounts of its lots.</summary>
    internal Dispensation HandOver(
        Failures failures, DispenseTrigger trigger, HandOverRecord record, IReadOnlyList<(int Line, IssuedStock Issued)> issued, Instant useBy, Instant? authoriseBy)
    {
        var status = Fire(failures, trigger);
        var accountability = Fire(failures, AccountabilityTrigger.HandOver);
        var lines = state.Lines.Select(line => issued.Where(i => i.Line == line.Number).Aggregate(line, (l, i) => Book(l, i.Issued, record))).ToList();
        return Next(state with
        {
            Status = status,
            Accountability = accountability,
            Lines = lines,
            HandOvers = [.. state.HandOvers, record],
            UseBy = useBy,
            AuthoriseBy = Authorised is null ? state.AuthoriseBy ?? authoriseBy : null,
        });
    }

    internal Dispensation ConfirmReceipt(HandOverRecord confirmed) =>
        Next(state with { HandOvers = [.. state.HandOvers.Select(h => h.Id == confirmed.Id ? confirmed : h)] });

    private static DispensationLine Book(DispensationLine line, IssuedStock issued, HandOverRecord record)
    {
        var issue = new LotIssue(record.Id, issued.Posting, issued.Quantity, 0);
        var amount = line.Product.ToAccount(issued.Quantity);
        IReadOnlyList<LotAccount> accounts = line.AccountOf(issued.Lot) is { } account
            ? [.. line.Accounts.Select(a => a.Lot == account.Lot ? a with { Delivered = a.Delivered + amount, Issues = [.. a.Issues, issue] } : a)]
            : [.. line.Accounts, new LotAccount(issued.Lot, issued.Number, issued.Expiration, [issue], amount, 0, 0, 0, 0, 0, record.At)];
        var parts = line.Parts
            .Select(p => p.Reservation == issued.Reservation && p.Lot == issued.Lot ? p with { Quantity = p.Quantity - issued.Quantity } : p)
            .Where(p => p.Quantity > 0);
        return line with { Parts = [.. parts], Accounts = accounts };
    }
}
