using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Cultures;

/// <summary>The culture of the machine changes not one byte of what comes out.</summary>
public sealed class CultureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task A_day_at_the_pharmacy_reads_the_same_everywhere(string culture)
    {
        var expected = await DayAsync(CultureInfo.InvariantCulture);

        Assert.Equal(expected, await DayAsync(new CultureInfo(culture)));
        Assert.Contains("2.5", expected, StringComparison.Ordinal);
    }

    private static async Task<string> DayAsync(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return await TellAsync();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static async Task<string> TellAsync()
    {
        var h = new Hospital();
        var told = new List<string>();
        const string Csv = "medication_code,generic_name,dose_form,ingredient,strength,strength_unit,presentation_code,presentation_name,base_unit,scale,packs\n"
            + "IBU,İbuprofeno I ı,jarabe,ibuprofen,2.5,mg,IBU1,Ibuprofeno,mL,2,bottle=100\n";
        told.Add(Text(await h.Get<CatalogueImport>().ImportAsync(h.As(), new(Csv), Ct)));
        told.Add(Text((await h.Get<CatalogueImport>().DryRunAsync(h.Tenant, Csv.Replace("2.5", "2,5x", StringComparison.Ordinal).Replace("2,5x", "\"2,5\"", StringComparison.Ordinal), Ct)).Problems.Select(p => p.ToString())));
        told.Add(Text(await h.Get<OpeningBalanceImport>().ImportAsync(h.As(), new("presentation_code,lot_number,expiration,quantity,unit_cost,location\nIBU1,İı-1,2026-11,12.25,0.125,Bodega\n"), Ct)));
        told.Add(Text((await h.Get<IMedicationStore>().ListAsync(h.Tenant, "IBUPROFENO I", new PageRequest(), Ct)).Items.Select(m => m.ToSnapshot() with { Id = Hospital.Id<MedicationId>(1) })));
        var p = (await h.Get<Clinic.Pharmacy.Presentations.IPresentationStore>().FindByCodeAsync(h.Tenant, "IBU1", Ct))!;
        h.Clock.AdvanceMinutes(1);
        told.Add(Text((await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1.25m), Ct)).Cost));

        foreach (var wrong in (Func<Task>[])
        [
            () => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1.255m), Ct),
            () => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1_000_000.5m), Ct),
            () => h.Issuing.IssueAsync(h.As(), h.Issue(p, -1.5m) with { Occurred = h.Clock.Now + Duration.FromHours(1) }, Ct),
            () => h.Issuing.IssueAsync(h.As(), h.Issue(p, 11m) with { Occurred = h.Clock.Now - Duration.FromSeconds(90) }, Ct),
            () => h.Reservations.ReserveAsync(h.As(), new() { Owner = "o", Location = h.Store, Line = new(p.Id, new(1.5m, p.BaseUnit)), Expires = h.Clock.Now }, Ct),
            () => h.Get<MedicationCatalogue>().AddAsync(h.As(), new(new("X", "x", "x", [new("i", new(-2.5m, UnitCode.Milligram))], Storage: new(8.5m, 2.5m))), Ct),
            async () => await h.Returning.ReturnAsync(h.As(), new()
            {
                Issue = (await h.LedgerAsync())[^1].Posting, Lot = (await h.LedgerAsync())[^1].Lot, Quantity = new(2.5m, p.BaseUnit), To = h.Store, IsUnopened = true, Reason = "r",
                Occurred = h.Clock.Now - Duration.FromMinutes(2),
            }, Ct),
            () => h.Receiving.ReceiveAsync(h.As(), new()
            {
                Location = h.Store, Supplier = "S",
                Lines = [new() { Presentation = p.Id, LotNumber = new LotNumber("İı-1"), Expiration = new ExpirationDate(new(2026, 12, 1)), Paid = new(2.5m, p.BaseUnit), Price = new(2.555m, Currency.Usd) }],
            }, Ct),
        ])
        {
            var e = await Assert.ThrowsAsync<PharmacyException>(wrong);
            told.AddRange(e.Failures.SelectMany(f => (string[])[f.ToString(), e.Describe(f, "es"), e.Describe(f, "en")]));
        }

        told.AddRange((await h.LedgerAsync()).Select(m => $"{m.Quantity} {m.UnitCost} {m.Value} {m.Reason}"));
        told.AddRange((await h.AuditAsync()).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Action} {a.Note}")).Order(StringComparer.Ordinal));
        told.Add(Text((await h.Inquiries.AsOfAsync(h.Tenant, new(new(), h.Clock.Now), Ct)).Values));
        return System.Text.RegularExpressions.Regex.Replace(string.Join('\n', told), "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "id");
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, ClinicJson.Options);
}
