using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.Testing.Histories;
using NodaTime;

namespace Clinic.Testing.Stays;

/// <summary>Every figure of the reports equals its recomputation from stays, revisions and documents, asked for one by one.</summary>
public static class StayReportLaws
{
    /// <summary>Checks all reports of a world.</summary>
    /// <exception cref="LawBrokenException">A figure differs.</exception>
    public static async Task CheckAsync(StayWorld world, CancellationToken ct)
    {
        var stays = await AllAsync(p => world.Get<StayInquiries>().ListAsync(world.As(Role.Auditor), new(), p, ct)).ConfigureAwait(false);
        var books = new List<Book>();
        foreach (var stay in stays)
        {
            var (_, revisions) = await world.Get<StatementInquiries>().RevisionsAsync(world.As(Role.Auditor), stay.Id, ct).ConfigureAwait(false);
            var bill = await world.Get<StatementInquiries>().BillAsync(world.As(Role.Auditor), stay.Id, ct).ConfigureAwait(false);
            books.Add(new(stay, revisions, bill));
        }

        await ChargesAsync(world, books, ct).ConfigureAwait(false);
        await OpenAsync(world, books, ct).ConfigureAwait(false);
        await ChangesAsync(world, books, ct).ConfigureAwait(false);
    }

    private static async Task ChargesAsync(StayWorld world, List<Book> books, CancellationToken ct)
    {
        var (reports, auditor, zone) = (world.Get<StayReports>(), world.As(Role.Auditor), world.Site.Zone);
        var from = StayWorld.Begin.InZone(zone).Date.PlusDays(-1);
        var through = world.Clock.Now.InZone(zone).Date;
        var rows = await AllAsync(async p => (await reports.ChargesAsync(auditor, from, through, p, ct).ConfigureAwait(false)).Page, 3).ConfigureAwait(false);
        var ended = books.Where(b => b.Stay.EndedAt is not null).OrderBy(b => b.Stay.EndedAt).ThenBy(b => b.Stay.Id.ToString(), StringComparer.Ordinal).ToList();
        Each(ended.Select(b => b.Stay.Id), rows.Select(r => r.Stay), "the stays of the charges");
        foreach (var (book, row) in ended.Zip(rows))
        {
            var last = book.Revisions.LastOrDefault(r => r.Statement.Kind == StatementKind.Final);
            var credits = book.Revisions.Where(r => r.Reverses is not null && r.Reverses == last?.Revision).Sum(r => r.Statement.Total);
            Same(((last?.Statement.Total ?? 0m) + credits, last?.Statement.Tax ?? 0m, last?.Statement.Billed), (row.Net, row.Tax, row.Billed), $"what the stay {row.Stay} was charged");
            Each(book.Bill.Invoices.Select(i => i.Id.Value).Order(), row.Invoices.Select(i => i.Id.Value).Order(), "its documents");
            if (book.Stay.Status is StayStatus.Invoiced or StayStatus.Settled or StayStatus.Credited)
                Same(row.Invoices.Where(i => i.Status != StayInvoiceStatus.Void).Sum(i => i.Total), row.Net, $"the documents of the stay {row.Stay} that stand");
        }

        var sums = await reports.ChargeSumsAsync(auditor, from, through, ct).ConfigureAwait(false);
        Same((rows.Count, rows.Count(r => r.Currency is null)), (sums.Stays, sums.Unbilled), "the stays of the sums");
        var billed = rows.Where(r => r.Currency is not null).ToList();
        Same(
            (billed.Sum(r => r.Net), billed.Sum(r => r.Total), billed.Sum(r => r.Tax), billed.Aggregate(Duration.Zero, (a, r) => a + r.Billed!.Value)),
            (sums.Currencies.Sum(c => c.Net), sums.Currencies.Sum(c => c.Total), sums.Currencies.Sum(c => c.Tax), sums.Currencies.Aggregate(Duration.Zero, (a, c) => a + c.Billed)),
            "the sums of the rows");
        Same(sums.Currencies.Sum(c => c.Net), sums.Payers.Sum(p => p.Total), "the sums of the payers");
        foreach (var payer in sums.Payers) Same(payer.Total, payer.ByPayer + payer.ByPatient, $"the shares of {payer.Payer}");
        var daily = 0m;
        for (var day = from; day <= through; day = day.PlusDays(1))
            daily += (await reports.ChargeSumsAsync(auditor, day, day, ct).ConfigureAwait(false)).Currencies.Sum(c => c.Net);
        Same(sums.Currencies.Sum(c => c.Net), daily, "the sum of the days");
    }

    private static async Task OpenAsync(StayWorld world, List<Book> books, CancellationToken ct)
    {
        var rows = await AllAsync(async p => (await world.Get<StayReports>().OpenAsync(world.As(Role.Cashier), p, cancellationToken: ct).ConfigureAwait(false)).Page, 2).ConfigureAwait(false);
        var open = books.Where(b => b.Stay.IsOpen).ToList();
        Each(open.Select(b => b.Stay.Id), rows.Select(r => r.Stay), "the open stays");
        foreach (var (book, row) in open.Zip(rows))
            Same((book.Bill.Time?.Total, book.Bill.Time?.Running, book.Stay.PausedAt), (row.Total, row.Running, row.PausedSince), $"the running amount of {row.Stay}");
    }

    private static async Task ChangesAsync(StayWorld world, List<Book> books, CancellationToken ct)
    {
        var rows = await AllAsync(async p => (await world.Get<StayReports>().ChangesAsync(world.As(Role.Auditor), null, null, new(), p, ct).ConfigureAwait(false)).Page, 4).ConfigureAwait(false);
        Each(rows.Select(r => r.At).Order(), rows.Select(r => r.At), "the order of the changes");
        var history = await AllAsync(p => world.Get<TariffInquiries>().HistoryAsync(world.As(Role.Auditor), world.Tariff, p, ct)).ConfigureAwait(false);
        Same(history.Count, rows.Count(r => r.Price is not null), "the changes of prices");
        foreach (var row in rows.Where(r => r.Price is { Kind: TariffChangeKind.Published or TariffChangeKind.Corrected, ComparedWith: not null }))
        {
            var compared = await world.Get<TariffInquiries>().CompareAsync(world.As(Role.Auditor), world.Tariff, row.Price!.ComparedWith!.Value, row.Price.Number!.Value, ct).ConfigureAwait(false);
            Each(compared, row.Price.Differences, "the values of a new version");
        }

        foreach (var book in books)
        {
            var corrections = book.Stay.Events.Where(e => RecordedChange.IsCorrection(e.Kind)).ToList();
            var told = rows.Where(r => r.Time?.Stay == book.Stay.Id).ToList();
            Each(corrections.Select(e => e.Id.Value).Order(), told.Select(r => r.Time!.Event.Value).Order(), $"the corrections of {book.Stay.Id}");
            foreach (var row in told.Where(r => r.Time!.Money is { } m && m.AfterRevision != m.BeforeRevision))
            {
                var money = row.Time!.Money!;
                Same(book.Revisions[money.AfterRevision - 1].Statement.Total, money.After, "the money after a correction");
                Same(money.AfterRevision - 1, money.BeforeRevision ?? 0, "the revision before a correction");
                var before = money.BeforeRevision is { } b ? book.Revisions[b - 1].Statement : null;
                Same(before is null ? null : before.Kind == StatementKind.Credit ? 0m : before.Total, money.Before, "the money before a correction");
            }

            foreach (var row in told.Where(r => r.Time!.Kind == StayEventKind.TimeCorrected))
                Same(row.Time!.After.At - row.Time.Before!.At, ShiftOf(book.Stay, row.Time.Event), "how far a correction moved a time");
        }
    }

    private static Duration ShiftOf(EmergencyStay stay, StayEventId correction)
    {
        var after = stay.Events.First(e => e.Id == correction);
        return after.OccurredAt - stay.Events.First(e => e.Id == after.Supersedes).OccurredAt;
    }

    private static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> read, int size = 50)
    {
        var all = new List<T>();
        for (string? after = null; ;)
        {
            var page = await read(new PageRequest(size, after)).ConfigureAwait(false);
            all.AddRange(page.Items);
            if ((after = page.Next) is null) return all;
        }
    }

    private static void Each<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        if (!expected.SequenceEqual(actual)) throw new LawBrokenException($"{what}: {string.Join(", ", expected)} and {string.Join(", ", actual)}");
    }

    private static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new LawBrokenException($"{what}: {expected} and {actual}");
    }

    private sealed record Book(EmergencyStay Stay, IReadOnlyList<RecordedStatement> Revisions, StayBill Bill);
}
