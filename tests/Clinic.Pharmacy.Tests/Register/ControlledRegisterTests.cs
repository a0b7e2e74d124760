using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Transfers;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Register;

public sealed class ControlledRegisterTests
{
    private readonly Hospital h = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ControlledRegister Register => h.Get<ControlledRegister>();

    [Fact]
    public async Task Each_lot_and_place_has_its_opening_its_lines_and_its_closing()
    {
        var p = await h.PresentationAsync(controlled: ControlledClass.Narcotic);
        await h.LotAsync(await h.PresentationAsync("PAR500"), 10, "P1");
        var lot = await h.LotAsync(p, 100, "L1");
        h.Clock.Advance(Duration.FromDays(2));
        var from = h.Clock.Now;
        h.Clock.Advance(Duration.FromMinutes(5));
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 10), Ct);
        await h.Reversing.ReverseAsync(h.As(h.Supervisor), new ReverseStock(issue.Posting, "lote equivocado"), Ct);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);
        await h.Transfers.MoveAsync(h.As(), new MoveStock { Lot = lot, From = h.Store, To = h.Quarantine, Quantity = new Quantity(20, UnitCode.Tablet), Reason = "revisión" }, Ct);
        h.Clock.Advance(Duration.FromMinutes(5));

        var sheets = await Register.SheetsAsync(h.As(h.Auditor), new RegisterQuery(from, h.Clock.Now), Ct);

        var store = sheets.Single(s => s.Account.Location == h.Store);
        Assert.Equal((100m, 10m, 35m, 75m, 4, 1), (store.Account.Opening.Value, store.Account.In.Value, store.Account.Out.Value, store.Account.Closing.Value, store.Account.Lines, store.Account.Unwitnessed));
        Assert.Equal([90m, 100m, 95m, 75m], store.Lines.Select(l => l.Balance.Value));
        Assert.NotNull(store.Lines[1].Reverses);
        Assert.Equal([false, false, true, false], store.Lines.Select(l => l.IsUnwitnessed));
        Assert.StartsWith("Persona", store.Lines[0].ActorName, StringComparison.Ordinal);
        Assert.Equal((0m, 20m), sheets.Where(s => s.Account.Location == h.Quarantine).Select(s => (s.Account.Opening.Value, s.Account.Closing.Value)).Single());
        Assert.Equal(2, sheets.Count);
        var alone = await Register.LinesAsync(h.As(h.Supervisor), new RegisterQuery(from, h.Clock.Now, UnwitnessedOnly: true), PageRequest.First, Ct);
        Assert.Equal(5, Assert.Single(alone.Items).Quantity.Value);
        Assert.Contains(await h.AuditAsync(), a => a.Action == "register.read");
    }

    [Fact]
    public async Task It_prints_and_exports_with_every_text_escaped()
    {
        var p = await h.PresentationAsync(controlled: ControlledClass.Psychotropic);
        var lot = await h.LotAsync(p, 100, "<b>\"1\"</b>");
        await h.Adjusting.WasteAsync(h.As(), new WasteStock { Lot = lot, Location = h.Store, Quantity = new Quantity(3, UnitCode.Tablet), Kind = WasteKind.Broken, Reason = "caída" }, Ct);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1) with { Document = "=1+1" }, Ct);
        for (var i = 0; i < 30; i++) await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
        h.Clock.Advance(Duration.FromMinutes(1));
        var query = new RegisterQuery(h.Clock.Now - Duration.FromDays(1), h.Clock.Now);

        var spanish = await Register.HtmlAsync(h.As(), query, "es", Ct);
        var english = await Register.HtmlAsync(h.As(), query, "en", Ct);
        var csv = await Register.CsvAsync(h.As(), query, Ct);

        Assert.DoesNotContain("<b>", spanish, StringComparison.Ordinal);
        Assert.Contains("A4 landscape", spanish, StringComparison.Ordinal);
        Assert.Contains("sin testigo", spanish, StringComparison.Ordinal);
        Assert.Contains("Pasa a la hoja siguiente", spanish, StringComparison.Ordinal);
        Assert.Contains("no witness", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", csv, StringComparison.Ordinal);
        Assert.Contains("\"<b>\"\"1\"\"</b>\"", csv, StringComparison.Ordinal);
        Assert.Equal(1 + 33, csv.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task It_is_paged_without_a_gap()
    {
        var p = await h.PresentationAsync(controlled: ControlledClass.Narcotic);
        for (var i = 0; i < 3; i++) await h.LotAsync(p, 10, $"L{i}");
        for (var i = 0; i < 9; i++) await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
        h.Clock.Advance(Duration.FromMinutes(1));
        var query = new RegisterQuery(h.Clock.Now - Duration.FromDays(1), h.Clock.Now);
        var whole = (await Register.LinesAsync(h.As(), query, new PageRequest(500), Ct)).Items;

        var read = new List<RegisterLine>();
        string? after = null;
        do
        {
            var page = await Register.LinesAsync(h.As(), query, new PageRequest(5, after), Ct);
            read.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(12, whole.Count);
        Assert.Equal(whole.Select(l => l.Movement), read.Select(l => l.Movement));
        Assert.Equal(3, (await Register.AccountsAsync(h.As(), query, PageRequest.First, Ct)).Items.Count);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        await Refused.WithAsync(() => Register.SheetsAsync(h.As(), new RegisterQuery(h.Clock.Now, h.Clock.Now), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => Register.SheetsAsync(h.As(), new RegisterQuery(h.Clock.Now - Duration.FromDays(400), h.Clock.Now), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => Register.SheetsAsync(h.As(h.Nurse), new RegisterQuery(h.Clock.Now - Duration.FromDays(4), h.Clock.Now), Ct), PharmacyRules.RoleMissing);
    }

    [Fact]
    public void The_register_is_a_projection_of_the_ledger_and_its_balance_never_jumps() =>
        Prop.ForAll(Gen.Choose(0, 99).ListOf(14).ToArbitrary(), acts => new ControlledRegisterTests().HoldsAsync([.. acts]).GetAwaiter().GetResult()).Holds(30);

    private async Task<bool> HoldsAsync(int[] acts)
    {
        var p = await h.PresentationAsync(controlled: ControlledClass.Narcotic);
        LotId[] all = [await h.LotAsync(p, 40, "L1"), await h.LotAsync(p, 40, "L2")];
        foreach (var act in acts)
        {
            h.Clock.Advance(Duration.FromMinutes(7));
            var (lot, n) = (all[act % 2], new Quantity(1 + (act % 9), UnitCode.Tablet));
            await TryAsync(() => (act / 2 % 6) switch
            {
                0 => h.Issuing.IssueAsync(h.As(), h.Issue(p, n.Value, lot), Ct),
                1 => h.Adjusting.WasteAsync(h.As(), new WasteStock { Lot = lot, Location = h.Store, Quantity = n, Kind = WasteKind.Lost, Reason = "r", Occurred = h.Clock.Now - Duration.FromMinutes(act) }, Ct),
                2 => h.Transfers.MoveAsync(h.As(), new MoveStock { Lot = lot, From = h.Store, To = h.Ward, Quantity = n, Reason = "r" }, Ct),
                3 => h.Adjusting.AdjustAsync(h.As(), new AdjustStock { Lot = lot, Location = h.Store, Direction = MovementDirection.In, Quantity = n, Reason = "r" }, Ct),
                4 => ReverseAsync(act),
                _ => h.Counting.CountAsync(h.As(), new CountStock { Lot = lot, Location = h.Store, Counted = n }, Ct),
            });
        }

        h.Clock.Advance(Duration.FromMinutes(1));
        var query = new RegisterQuery(h.Clock.Now - Duration.FromMinutes(20 + acts[0]), h.Clock.Now);
        var sheets = await Register.SheetsAsync(h.As(), query, Ct);
        var ledger = (await h.LedgerAsync()).Where(m => m.Occurred >= query.From && m.Occurred < query.Until).Select(m => m.Id).ToHashSet();
        if (!ledger.SetEquals(sheets.SelectMany(s => s.Lines).Select(l => l.Movement))) return false;
        var closing = await h.Get<IMovementStore>().AsOfAsync(h.Tenant, new AsOfQuery(new StockQuery(p.Id), query.Until - Duration.FromTicks(10)), Ct);
        foreach (var (account, lines) in sheets)
        {
            var balance = account.Opening;
            foreach (var line in lines)
            {
                if (line.Balance != balance + line.Change || line.Balance.Steps < 0) return false;
                balance = line.Balance;
            }

            var asOf = closing.SingleOrDefault(b => b.Lot == account.Lot && b.Location == account.Location)?.OnHand.Value ?? 0;
            if (account.Closing != balance || account.Closing.Value != asOf || account.Opening + account.In - account.Out != account.Closing) return false;
        }

        return closing.All(b => sheets.Any(s => s.Account.Lot == b.Lot && s.Account.Location == b.Location));
    }

    private async Task<ReverseAnswer> ReverseAsync(int act)
    {
        var ledger = await h.LedgerAsync();
        return await h.Reversing.ReverseAsync(h.As(h.Supervisor), new ReverseStock(ledger[act % ledger.Count].Posting, "r"), Ct);
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PharmacyException)
        {
            // What the ledger refuses is no part of the history.
        }
    }
}
