using Clinic.Abstractions;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Imports;

public sealed class OpeningBalanceImportTests
{
    private const string Header = "presentation_code,lot_number,expiration,quantity,unit,unit_cost,location,supplier\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Balances_open_the_ledger_once()
    {
        var h = new Hospital();
        await h.PresentationAsync();
        var csv = Header + "AMX500,A,2027-06,3,box,0.125,Bodega,Distribuidora\nAMX500,A,2027-06-30,5,,0.125,Piso 1,\nAMX500,B,2027-01-31,7,{tbl},2,Cuarentena,\n";

        var tried = await h.Get<OpeningBalanceImport>().DryRunAsync(h.As(), csv, Ct);
        Assert.Equal((3, 3, true), (tried.Rows, tried.Added, tried.IsClean));
        Assert.Empty(await h.LedgerAsync());
        Assert.Equal(new ImportAnswer(3, 3, 0, 0), await ImportAsync(h, csv));
        Assert.Equal(new ImportAnswer(3, 0, 0, 3), await ImportAsync(h, csv));

        var ledger = await h.LedgerAsync();
        Assert.Equal([300m, 5m, 7m], ledger.Select(m => m.Quantity.Value));
        Assert.All(ledger, m => Assert.Equal(MovementKind.OpeningBalance, m.Kind));
        Assert.Equal(2, ledger.Select(m => m.Lot).Distinct().Count());
        Assert.Equal(37.5m + 0.625m + 14m, (await h.Inquiries.AsOfAsync(h.Tenant, new(new(), h.Clock.Now), Ct)).Values[0].Amount);
    }

    [Fact]
    public async Task A_balance_that_was_taken_back_may_be_opened_again_and_another_figure_is_refused()
    {
        var h = new Hospital();
        await h.PresentationAsync();
        var csv = Header + "AMX500,A,2027-06,3,,1,Bodega,\n";
        await ImportAsync(h, csv);

        var other = await h.Get<OpeningBalanceImport>().DryRunAsync(h.As(), csv.Replace(",3,", ",4,", StringComparison.Ordinal), Ct);
        Assert.Equal((PharmacyRules.CsvRowContradicts, "quantity"), (other.Problems[0].Code, other.Problems[0].Facts["column"]));
        await h.Reversing.ReverseAsync(h.As(), new((await h.LedgerAsync())[0].Posting, "error"), Ct);
        Assert.Equal(1, (await ImportAsync(h, csv.Replace(",3,", ",4,", StringComparison.Ordinal))).Added);
    }

    [Fact]
    public async Task One_number_has_one_expiration_whatever_row_says_it()
    {
        var h = new Hospital();
        await h.PresentationAsync("FREE", requiresExpiry: false);
        var said = "FREE,A,2027-06-30,3,,1,Bodega,\n";
        var silent = "FREE,A,,3,,2,Piso 1,\n";

        var conflict = await h.Get<OpeningBalanceImport>().DryRunAsync(h.As(), Header + said + "FREE,A,2027-07-31,3,,2,Piso 1,\n", Ct);
        Assert.Equal((PharmacyRules.CsvRowContradicts, "3", "expiration"), (conflict.Problems[0].Code, conflict.Problems[0].Facts["row"], conflict.Problems[0].Facts["column"]));
        await ImportAsync(h, Header + silent + said);
        await ImportAsync(h, Header + "FREE,A,,1,,3,Cuarentena,\n");

        var lots = await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(), new PageRequest(), Ct);
        Assert.Equal(3, lots.Items.Count);
        Assert.All(lots.Items, l => Assert.Equal(new LocalDate(2027, 6, 30), l.Lot.Expiration!.Value.Date));
    }

    [Fact]
    public async Task A_recalled_number_opens_recalled()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 1, "A", new(2027, 6, 30));
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("A"), "alerta"), Ct);

        await ImportAsync(h, Header + "AMX500,A,2027-06-30,3,,1,Bodega,\n");

        Assert.All((await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(), new PageRequest(), Ct)).Items, l => Assert.Equal(LotStatus.Recalled, l.Lot.Status));
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_by_row_and_column()
    {
        var h = new Hospital();
        await h.PresentationAsync();
        string[] rows =
        [
            "NONE,A,2027-06,3,,1,Bodega,",
            "AMX500,,2027-06,3,,1,Bodega,",
            "AMX500,A,,3,,1,Bodega,",
            "AMX500,A,30/06/2027,3,,1,Bodega,",
            "AMX500,A,2027-06,,,1,Bodega,",
            "AMX500,A,2027-06,1.5,,1,Bodega,",
            "AMX500,A,2027-06,0,,1,Bodega,",
            "AMX500,A,2027-06,-4,,1,Bodega,",
            "AMX500,A,2027-06,3,crate,1,Bodega,",
            "AMX500,A,2027-06,3,\"a b\",1,Bodega,",
            "AMX500,A,2027-06,3,,-1,Bodega,",
            "AMX500,A,2027-06,3,,0.000000001,Bodega,",
            "AMX500,A,2027-06,3,,1,bodega,",
            "AMX500,A,2027-06,3,,1,En tránsito,",
            "AMX500,\"A\u0001\",2027-06,3,,1,Bodega,",
            $"AMX500,{new string('x', 1_000_000)},2027-06,3,,1,Bodega,",
            "AMX500,Z,2027-06,3,,1,Bodega,\"a\u0001b\"",
        ];
        string[] columns =
        [
            "presentation_code", "lot_number", "expiration", "expiration", "quantity", "quantity", "quantity", "quantity", "unit", "unit", "unit_cost", "unit_cost",
            "location", "location", "lot_number", "lot_number", "supplier",
        ];

        var report = await h.Get<OpeningBalanceImport>().DryRunAsync(h.As(), Header + string.Join('\n', rows), Ct);

        for (var i = 0; i < rows.Length; i++)
            Assert.Contains(report.Problems, p => p.Code == PharmacyRules.CsvCellInvalid && p.Facts["row"] == $"{i + 2}" && p.Facts["column"] == columns[i]);
        await Assert.ThrowsAsync<PharmacyException>(() => ImportAsync(h, Header + string.Join('\n', rows)));
        Assert.Empty(await h.LedgerAsync());
    }

    [Fact]
    public async Task The_same_lot_twice_at_a_place_is_refused_and_only_the_allowed_import()
    {
        var h = new Hospital();
        await h.PresentationAsync();
        var row = "AMX500,A,2027-06,3,,1,Bodega,\n";

        var report = await h.Get<OpeningBalanceImport>().DryRunAsync(h.As(), Header + row + row, Ct);

        Assert.Equal((PharmacyRules.CsvRowContradicts, "lot_number"), (report.Problems[0].Code, report.Problems[0].Facts["column"]));
        await Refused.WithAsync(() => h.Get<OpeningBalanceImport>().ImportAsync(h.As(h.Supervisor), new(Header + row), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => h.Get<OpeningBalanceImport>().ImportAsync(h.As(), new(Header + row, h.Clock.Now + Duration.FromDays(1)), Ct), PharmacyRules.TimeInFuture);
    }

    private static Task<ImportAnswer> ImportAsync(Hospital h, string csv) => h.Get<OpeningBalanceImport>().ImportAsync(h.As(), new(csv), Ct);
}
