using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Dispensing.InMemory;

/// <summary>Delivered lots with what of them was lost, from the dispensations and the waste log in memory.</summary>
internal sealed class InMemoryLossRowStore(InMemoryDispensationStore dispensations, InMemoryWasteStore wastes) : ILossRowStore
{
    public Task<Page<LossRow>> ListAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = dispensations.Of(tenant)
            .Where(d => d.Site == site && d.Target.Department is not null)
            .SelectMany(d => d.Lines.SelectMany(l => l.Accounts.Select((a, i) => (Mark: Mark(d, l, a, i), Row: (Dispensation: d, Line: l, Account: a)))))
            .Where(r => r.Row.Account.FirstDelivered >= from && r.Row.Account.FirstDelivered < until)
            .OrderBy(r => r.Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(r.Mark, page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        var cut = Paging.Cut(found, page, r => r.Mark);
        return Task.FromResult(new Page<LossRow>([.. cut.Items.Select(r => Row(tenant, r.Row.Dispensation, r.Row.Line, r.Row.Account))], cut.Next));
    }

    private LossRow Row(TenantId tenant, Dispensation d, DispensationLine line, LotAccount account)
    {
        var discarder = wastes.Of(tenant, d.Id)
            .Where(w => w.Line == line.Number && w.Lot == account.Lot)
            .GroupBy(w => w.By)
            .OrderByDescending(g => g.Sum(w => w.Effect)).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal)
            .Select(g => (PersonId?)g.Key)
            .FirstOrDefault();
        var recipient = account.Issues.Select(i => d.HandOvers.FirstOrDefault(h => h.Id == i.HandOver)?.Recipient).FirstOrDefault();
        return new(
            d.Id.Value, account.FirstDelivered, d.Target.Department!.Value, line.Product.Medication, line.Product.AccountUnit,
            (account.Wasted > 0 ? discarder : null) ?? recipient ?? d.Requested.By, account.Delivered, account.Wasted + Math.Max(0, account.Booked));
    }

    private static string Mark(Dispensation d, DispensationLine line, LotAccount account, int position) =>
        FormattableString.Invariant($"{InMemoryMarks.Of(account.FirstDelivered, d.Id.Value)}/{line.Number:D6}/{position:D6}");
}
