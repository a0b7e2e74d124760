using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Imports;

public sealed class CatalogueImportTests
{
    private const string Header = "medication_code,generic_name,dose_form,ingredient,strength,strength_unit,presentation_code,presentation_name,base_unit";
    private const string Row = "AMX,Amoxicilina,tableta,amoxicillin,500,mg,AMX500,Amoxicilina 500 mg,{tbl}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_tried_imported_and_imported_again_without_effect()
    {
        var h = new Hospital();
        var csv = $"{Header},packs,gtins,storage_max_c\n{Row},blister=10|box=10!,box:07861234500017|07861234500024,25\n{Row.Replace("AMX500", "AMX250", StringComparison.Ordinal)},,,25\n";

        var tried = await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, csv, Ct);
        Assert.Equal((2, 3, 0, 0, true), (tried.Rows, tried.Added, tried.Changed, tried.Unchanged, tried.IsClean));
        Assert.Null(await h.Get<IMedicationStore>().FindByCodeAsync(h.Tenant, "AMX", Ct));
        Assert.Equal(new ImportAnswer(2, 3, 0, 0), await ImportAsync(h, csv));
        Assert.Equal(new ImportAnswer(2, 0, 0, 3), await ImportAsync(h, csv));

        var p = (await h.Get<IPresentationStore>().FindByCodeAsync(h.Tenant, "AMX500", Ct))!;
        Assert.Equal([new("blister", 10), new("box", 10, false)], p.Levels);
        Assert.Equal(["box", null], p.Gtins.Select(g => g.Level));
        Assert.Equal(25, (await h.Get<IMedicationStore>().FindByCodeAsync(h.Tenant, "AMX", Ct))!.ToSnapshot().Storage.MaxCelsius);
        Assert.Equal(new ImportAnswer(2, 0, 1, 2), await ImportAsync(h, csv.Replace("AMX250,Amoxicilina 500 mg", "AMX250,Otro", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Spanish_spreadsheets_are_read_with_their_signs()
    {
        var h = new Hospital();
        var csv = "\uFEFF" + $"{Header};scale;requires_expiry;container_content;container_unit;beyond_use_hours".Replace(',', ';') + "\r\n"
            + "DIP;Dipirona sódica «ñ»;ampolla;metamizol;2,5;g;DIP1;\"Dipirona; 2 \"\"mL\"\"\";mL;2;sí;2,0;mL;0,5\r\n";

        await ImportAsync(h, csv);

        var m = (await h.Get<IMedicationStore>().FindByCodeAsync(h.Tenant, "DIP", Ct))!;
        var p = (await h.Get<IPresentationStore>().FindByCodeAsync(h.Tenant, "DIP1", Ct))!.ToSnapshot();
        Assert.Equal(("Dipirona sódica «ñ»", 2.5m), (m.GenericName, m.Ingredients[0].Strength.Value));
        Assert.Equal(("Dipirona; 2 \"mL\"", 2, true, Duration.FromMinutes(30)), (p.Name, p.Scale, p.RequiresExpiry, p.BeyondUse!.Value));
    }

    [Theory]
    [InlineData("1.234", ';', false)]
    [InlineData("1,234", ';', false)]
    [InlineData("-1,234", ';', false)]
    [InlineData("0,125", ';', true)]
    [InlineData("0.125", ';', true)]
    [InlineData("1,2340", ';', true)]
    [InlineData("1.2340", ';', true)]
    [InlineData("1234", ';', true)]
    [InlineData("1.234,50", ';', false)]
    [InlineData("1,234.50", ';', false)]
    [InlineData("1.234", ',', true)]
    [InlineData("\"1,234\"", ',', false)]
    [InlineData("1e3", ',', false)]
    [InlineData("0x10", ',', false)]
    [InlineData("NaN", ',', false)]
    [InlineData("١٢", ',', false)]
    [InlineData("$5", ',', false)]
    public async Task Numbers_that_could_mean_two_things_are_asked_about(string number, char separator, bool accepted)
    {
        var h = new Hospital();
        var csv = string.Join('\n', Header.Replace(',', separator), Row.Replace(',', separator).Replace("500" + separator + "mg", number + separator + "mg", StringComparison.Ordinal));

        var report = await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, csv, Ct);

        Assert.Equal(accepted, report.IsClean);
        if (!accepted) Assert.Equal((PharmacyRules.CsvCellInvalid, "2", "strength"), (report.Problems[0].Code, report.Problems[0].Facts["row"], report.Problems[0].Facts["column"]));
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_by_row_and_column_once()
    {
        var h = new Hospital();
        var header = $"{Header},scale,packs,gtins,controlled_class,protect_from_light,beyond_use_hours,container_content,container_unit,storage_min_c,storage_max_c,per,per_unit";
        var csv = string.Join('\n',
            header,
            ",,,,,,,,,,,,,,,,,,,,",
            $"{Row},x,box=ten,07861234500018,weed,maybe,79228162514264337593543950335,1,con espacio,9,3,,",
            $"{Row.Replace("AMX", "B\u0007", StringComparison.Ordinal)},99,a=2000000|a=1,none:07861234500017,\"none,narcotic\",,-1,,mL,,,1,",
            $"{Row.Replace("AMX", new string('x', 1_000_000), StringComparison.Ordinal)},,,,1,,,,,,,,");

        var report = await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, csv, Ct);

        var cells = report.Problems.Select(p => (p.Code, p.Facts["row"], p.Facts["column"])).ToList();
        Assert.Equal(cells.Count, cells.Where(c => c.Item3 != "packs").Distinct().Count() + cells.Count(c => c.Item3 == "packs"));
        Assert.All(cells, c => Assert.Equal(PharmacyRules.CsvCellInvalid, c.Item1));
        Assert.All(cells, c => Assert.Contains(c.Item3, CatalogueColumns.Required.Concat(CatalogueColumns.Optional)));
        foreach (var column in CatalogueColumns.Required.Where(c => c is not ("strength" or "strength_unit")))
            Assert.Contains((PharmacyRules.CsvCellInvalid, "2", column), cells);
        foreach (var column in (string[])["scale", "packs", "gtins", "controlled_class", "protect_from_light", "beyond_use_hours", "container_unit", "storage_min_c"])
            Assert.Contains((PharmacyRules.CsvCellInvalid, "3", column), cells);
        foreach (var column in (string[])["medication_code", "presentation_code", "scale", "packs", "gtins", "controlled_class", "beyond_use_hours", "container_unit", "per"])
            Assert.Contains((PharmacyRules.CsvCellInvalid, "4", column), cells);
        Assert.Contains((PharmacyRules.CsvCellInvalid, "5", "medication_code"), cells);
        Assert.True(report.Problems.Sum(p => p.ToString().Length) < 50_000);
        await Assert.ThrowsAsync<PharmacyException>(() => ImportAsync(h, csv));
        Assert.Empty((await h.Get<IMedicationStore>().ListAsync(h.Tenant, null, new PageRequest(), Ct)).Items);
    }

    [Fact]
    public async Task Rows_that_contradict_each_other_or_the_catalogue_are_refused()
    {
        var h = new Hospital();
        var other = await h.PresentationAsync("OTHER", gtins: [new(Gtin.Parse("07861234500017"))]);
        await h.LotAsync(other, 5);
        var csv = string.Join('\n',
            $"{Header},gtins",
            $"{Row},07861234500024",
            $"{Row.Replace("tableta", "jarabe", StringComparison.Ordinal).Replace("AMX500", "AMX501", StringComparison.Ordinal)},",
            $"{Row},",
            $"{Row.Replace("AMX500", "AMX502", StringComparison.Ordinal)},07861234500024",
            $"{Row.Replace("AMX500", "AMX503", StringComparison.Ordinal)},07861234500017",
            "OTHER,Amoxicilina,tablet,amoxicillin,500,mg,OTHER,Amoxicilina 500 mg,{cap},");

        var report = await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, csv, Ct);

        Assert.Equal(
            [("3", "medication_code", PharmacyRules.CsvRowContradicts), ("4", "presentation_code", PharmacyRules.CsvRowContradicts), ("5", "gtins", PharmacyRules.CsvRowContradicts),
             ("6", "gtins", PharmacyRules.CsvRowContradicts), ("7", "presentation_code", PharmacyRules.CsvCellInvalid)],
            report.Problems.Select(p => (p.Facts["row"], p.Facts["column"], p.Code)));
        Assert.Contains("moved stock", report.Problems[^1].Facts["allowed"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", PharmacyRules.CsvUnreadable)]
    [InlineData("\uFEFF", PharmacyRules.CsvUnreadable)]
    [InlineData("medication_code\n\"open", PharmacyRules.CsvUnreadable)]
    [InlineData("medication_code\na\"b", PharmacyRules.CsvUnreadable)]
    [InlineData("medication_code\n\"a\"b", PharmacyRules.CsvUnreadable)]
    [InlineData(Header + "\na,b", PharmacyRules.CsvUnreadable)]
    [InlineData(Header + ",colour\n", PharmacyRules.CsvCellInvalid)]
    [InlineData(Header + ",scale,scale\n", PharmacyRules.CsvCellInvalid)]
    public async Task Files_that_are_no_table_say_where(string csv, string code)
    {
        var report = await new Hospital().Get<CatalogueImport>().DryRunAsync(Hospital.Id<TenantId>(1), csv, Ct);

        Assert.Equal(code, report.Problems[0].Code);
    }

    [Fact]
    public async Task Missing_columns_are_all_named()
    {
        var report = await new Hospital().Get<CatalogueImport>().DryRunAsync(Hospital.Id<TenantId>(1), "medication_code\nA\n", Ct);

        Assert.Equal(CatalogueColumns.Required.Skip(1), report.Problems.Where(p => p.Code == PharmacyRules.CsvColumnMissing).Select(p => p.Facts["column"]));
    }

    [Fact]
    public async Task Too_many_rows_or_letters_are_refused_before_anything_else()
    {
        var h = new Hospital(configure: o => o.MostImportRows = 2);

        Assert.Equal(PharmacyRules.CsvTooLarge, (await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, $"{Header}\n{Row}\n{Row}\n{Row}", Ct)).Problems[0].Code);
        Assert.Equal(PharmacyRules.CsvTooLarge, (await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, new string('x', 20_000_001), Ct)).Problems[0].Code);
        await Refused.WithAsync(() => h.Get<CatalogueImport>().ImportAsync(h.As(h.Nurse), new(Header), Ct), PharmacyRules.RoleMissing);
    }

    [Fact]
    public async Task Thousands_of_mistakes_make_a_short_message_and_a_short_audit_entry()
    {
        var h = new Hospital();
        var csv = Header + "\n" + string.Concat(Enumerable.Repeat(Row.Replace("500,mg", "five,mg", StringComparison.Ordinal) + "\n", 3_000));

        var e = await Assert.ThrowsAsync<PharmacyException>(() => ImportAsync(h, csv));

        Assert.True(e.Failures.Count >= 3_000);
        Assert.True(e.Message.Length < 10_000);
        var refusal = Assert.Single(await h.AuditAsync(AuditOutcome.Refused));
        Assert.True(refusal.Note!.Length < 10_000 && refusal.Codes.Count <= 2);
    }

    private static Task<ImportAnswer> ImportAsync(Hospital h, string csv) => h.Get<CatalogueImport>().ImportAsync(h.As(), new(csv), Ct);
}
