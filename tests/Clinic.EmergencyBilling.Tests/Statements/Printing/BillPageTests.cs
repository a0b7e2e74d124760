using System.Globalization;
using System.Net;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Statements.Printing;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Statements.Printing;

/// <summary>Every figure of a printed bill is the statement's, and nothing that people wrote is markup.</summary>
public class BillPageTests
{
    private static readonly TariffTerms Shared = Prices.Terms(Prices.Night(90m) with { TaxCode = "IVA15" }, Prices.Hourly(60m, tax: "IVA15")) with
    {
        Taxes = [Prices.Iva],
        Split = new(5m, 80m, null),
        Caps = [Cap.PerCalendarDay(150m)],
    };

    [Fact]
    public async Task Every_figure_on_the_page_is_one_of_the_bill()
    {
        var (world, stay) = await InvoicedAsync();
        foreach (var language in new[] { "es", "en" })
        {
            var paper = await PaperAsync(world, stay, null, language);
            var cells = Cells(BillPage.Html(paper, Names(world), language));

            var time = paper.Time!;
            foreach (var line in time.Lines)
            {
                var row = Assert.Single(cells, r => r.Length == 9 && r[0] == Text(line.Number));
                Assert.Equal([Money(line.Amount), $"{line.TaxCode} {Money(line.Tax)}"], row[7..]);
                if (line.Unit == LineUnit.Hour) Assert.Equal([$"{Text(line.Quantity)} h", Money(line.UnitPrice)], row[5..7]);
            }

            Assert.Equal([Money(time.Subtotal), Money(time.Tax)], Assert.Single(cells, r => r.Length == 9 && r[1] == "Subtotal")[7..]);
            foreach (var tax in time.Taxes) Assert.Contains(cells, r => r.Length == 4 && r[0] == tax.Code && r[2] == Money(tax.Base) && r[3] == Money(tax.Amount));
            foreach (var payer in time.Payers) Assert.Contains(cells, r => r.Length == 4 && r[1] == Money(payer.Total) && r[2] == Money(payer.ByPayer) && r[3] == Money(payer.ByPatient));
            foreach (var invoice in paper.Invoices) Assert.Contains(cells, r => r.Length == 6 && r[1] == invoice.Number && r[5] == Money(invoice.Total));
            Assert.Equal($"{Money(paper.Total!.Value)} USD", Assert.Single(cells, r => r[0] == "TOTAL")[3]);
            Assert.Equal(time.Total + paper.Others.Sum(o => o.Total), paper.Total);
            Assert.Contains(cells, r => r.SequenceEqual(["4 h 30 min", "4 h", "4 h"]));
        }
    }

    [Fact]
    public async Task Times_pauses_people_versions_and_sentences_stand_on_it_in_both_languages()
    {
        var (world, stay) = await InvoicedAsync();

        var es = WebUtility.HtmlDecode(BillPage.Html(await PaperAsync(world, stay, null, "es"), Names(world), "es"));
        var en = WebUtility.HtmlDecode(BillPage.Html(await PaperAsync(world, stay, null, "en"), Names(world), "en"));

        foreach (var text in new[] { "lang=\"es\"", "Cuenta de emergencia, revisión 1 de 1", "Tiempo real y tiempo facturado", "Llegada", "10/03/2026 20:00", "Pausa: procedimiento", "Tope del día (CAP-DAY)", "Otros cargos de la visita", "Amoxicilina 500 mg", "Cierre", "Recepción Núñez", "Rige desde", "La estancia va del 10 de marzo de 2026", "Calendario: ninguno", "aceptada" })
            Assert.Contains(text, es, StringComparison.Ordinal);
        foreach (var text in new[] { "lang=\"en\"", "Emergency bill, revision 1 of 1", "Actual time and billed time", "2026-03-10 20:00", "Pause: procedure", "Cap of the day (CAP-DAY)", "Closed", "The stay lasts from March 10, 2026", "accepted" })
            Assert.Contains(text, en, StringComparison.Ordinal);
        var paper = await PaperAsync(world, stay, null, "es");
        Assert.Contains(paper.Time!.Tariffs[0].ContentHash[..12], es, StringComparison.Ordinal);
        Assert.Contains(paper.Time.TzdbVersion, es, StringComparison.Ordinal);
        Assert.Contains(paper.Time.Fingerprint, es, StringComparison.Ordinal);
        // A reason may hold anything, so it is on no paper.
        Assert.DoesNotContain("motivo privado", es + en, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_people_wrote_is_markup_and_nothing_is_loaded()
    {
        var (world, stay) = await InvoicedAsync();
        var names = Names(world) with { Patient = "<script>alert('Ñ')</script>", Site = "Clínica \"A&B\"" };

        var html = BillPage.Html(await PaperAsync(world, stay, null, "es"), names, "es");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Clínica \"A&B\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("@page{size:A4", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_revision_prints_the_times_it_priced_and_a_credit_its_negation()
    {
        var world = await OpenAsync(storedTariffs: true);
        await TariffAsync(world, Prices.Terms(Prices.Hourly(60m)));
        var stay = await world.ClosedAsync();
        var start = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Started).Id;
        await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = start, At = AStay.At(30), Reason = "motivo privado", Approver = world.Approver() }, Ct);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        await world.Get<StatementDesk>().CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "prueba" }, Ct);

        var first = await PageAsync(world, stay, 1);
        var second = await PageAsync(world, stay, 2);
        var credit = await PageAsync(world, stay, 3);

        Assert.Contains("revisión 1 de 3", first, StringComparison.Ordinal);
        Assert.Contains("10/03/2026 09:00", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Corrección de hora", first, StringComparison.Ordinal);
        Assert.Contains(Cells(first), r => r[0] == "TOTAL" && r[3] == "60.00 USD");
        Assert.Contains("10/03/2026 09:30", second, StringComparison.Ordinal);
        Assert.Contains(Cells(second), r => r.Length == 4 && r[0] == "Corrección de hora" && r[3] == "Supervisión Ibáñez");
        Assert.Contains(Cells(second), r => r[0] == "TOTAL" && r[3] == "30.00 USD");
        Assert.Contains("Nota que anula la revisión 2, revisión 3 de 3", credit, StringComparison.Ordinal);
        Assert.Contains(Cells(credit), r => r.Length == 9 && r[1].EndsWith("anula la línea 1", StringComparison.Ordinal) && r[7] == "-30.00");
        Assert.Contains(Cells(credit), r => r.Length == 6 && r[0] == "Nota de crédito" && r[5] == "-30.00");
        Assert.Contains(Cells(credit), r => r[0] == "TOTAL" && r[3] == "-30.00 USD");
    }

    [Fact]
    public async Task A_running_stay_prints_a_preview_and_one_without_price_says_so()
    {
        var world = await OpenAsync(others: new Medicines(null));
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(30);
        var preview = await PageAsync(world, stay, null);
        var registered = await PageAsync(world, await world.RegisteredAsync(await world.PatientAsync()), null);
        var text = BillText.Of(await PaperAsync(world, stay, null, "es"), Names(world), "es");

        Assert.Contains("Vista previa de la cuenta de emergencia", preview, StringComparison.Ordinal);
        Assert.Contains("La estancia va del", preview, StringComparison.Ordinal);
        Assert.Contains("sin precio (PHA806)", preview, StringComparison.Ordinal);
        Assert.Contains(Cells(preview), r => r[0] == "TOTAL" && r[3] == "incompleto");
        Assert.Contains("El tiempo de la estancia no tiene precio.", registered, StringComparison.Ordinal);
        Assert.Contains("sin precio", text, StringComparison.Ordinal);
        Assert.Equal(EmergencyBillingRules.StatementUnknown, (await Assert.ThrowsAsync<EmergencyBillingException>(() => PaperAsync(world, stay, 1, "es"))).Code);
    }

    [Fact]
    public async Task What_has_no_price_is_not_invoiced()
    {
        var world = await OpenAsync(others: new Medicines(null));
        var stay = await world.ClosedAsync();

        var refused = await world.RefusedAsync(
            stay, () => world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct), EmergencyBillingRules.OtherChargeUnpriced);

        Assert.Equal("El cargo 1 de AMOX500 (pharmacy) no tiene precio (PHA806); asígnele uno antes de facturar.", refused.Describe(refused.Failures[0], "es"));
    }

    [Fact]
    public async Task A_night_over_a_change_of_the_clock_shows_offsets()
    {
        var world = await OpenAsync(zone: "America/New_York");
        world.Book = Prices.Book(Prices.Terms(Prices.Hourly(60m)));
        world.Clock.Now = Instant.FromUtc(2026, 11, 1, 4, 0);
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(180);

        var page = await PageAsync(world, stay, null);

        Assert.Contains(Cells(page), r => r[0] == "Estancia" && r[1] == "01/11/2026 00:00 (-04:00)" && r[2] == "01/11/2026 02:00 (-05:00)" && r[3] == "3 h");
    }

    [Fact]
    public async Task The_text_of_the_till_has_42_columns_and_the_same_figures()
    {
        var (world, stay) = await InvoicedAsync();
        foreach (var language in new[] { "es", "en" })
        {
            var paper = await PaperAsync(world, stay, null, language);
            var text = BillText.Of(paper, Names(world), language);

            Assert.All(text.Split('\n'), l => Assert.True(l.Length <= 42, l));
            foreach (var line in paper.Time!.Lines) Assert.Matches($@"(?m)\s{line.Amount.ToString("F2", CultureInfo.InvariantCulture)}$", text);
            Assert.Matches($@"(?m)^TOTAL\s+{Money(paper.Total!.Value)} USD$", text);
            Assert.Contains("Ñusta Páez", text, StringComparison.Ordinal);
        }
    }

    // Eight in the evening to half past midnight, half an hour of it a procedure, over the cap of the first day; with medicines.
    private static async Task<(Reception World, StayId Stay)> InvoicedAsync()
    {
        var world = await OpenAsync(storedTariffs: true, others: new Medicines(1.50m));
        await TariffAsync(world, Shared);
        world.Clock.Now = Prices.Local(20);
        var stay = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Payer = "IESS" }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
        world.Clock.AdvanceMinutes(60);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Procedure, Reason = "motivo privado" }, Ct);
        world.Clock.AdvanceMinutes(30);
        await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
        world.Clock.AdvanceMinutes(180);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        return (world, stay);
    }

    private static async Task TariffAsync(Reception world, TariffTerms terms)
    {
        var desk = world.Get<TariffDesk>();
        var created = await desk.CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "inicio"), Ct);
        await desk.DraftAsync(world.As(Role.Supervisor), new(created.Tariff, 1, terms, AStay.Nine, "inicio"), Ct);
        await desk.PublishAsync(world.As(Role.Administrator), new(created.Tariff, 2, 1, "revisada"), Ct);
    }

    private static BillNames Names(Reception world) => new("Clínica Matriz", "Ñusta Páez", new Dictionary<PersonId, string>
    {
        [world.PersonOf(Role.Reception)] = "Recepción Núñez",
        [world.PersonOf(Role.Supervisor)] = "Supervisión Ibáñez",
    });

    private static Task<BillPaper> PaperAsync(Reception world, StayId stay, int? revision, string language) =>
        world.Get<StatementInquiries>().PaperAsync(world.As(Role.Cashier), stay, revision, language, Ct);

    private static async Task<string> PageAsync(Reception world, StayId stay, int? revision) =>
        WebUtility.HtmlDecode(BillPage.Html(await PaperAsync(world, stay, revision, "es"), Names(world), "es"));

    private static List<string[]> Cells(string html) =>
    [
        .. html.Split("<tr").Skip(1).Select(r => r.Split("<td").Skip(1).Select(c => WebUtility.HtmlDecode(c[(c.IndexOf('>', StringComparison.Ordinal) + 1)..c.IndexOf("</td>", StringComparison.Ordinal)])).ToArray())
            .Where(r => r.Length > 0),
    ];

    private static string Money(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    private sealed class Medicines(decimal? net) : IOtherCharges
    {
        public Task<IReadOnlyList<OtherCharge>> OfAsync(TenantId tenant, ChargedVisit visit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<OtherCharge>>(
            [
                new()
                {
                    Source = "pharmacy", Reference = "1", At = AStay.Nine, Code = "AMOX500", Description = "Amoxicilina 500 mg", Quantity = 3m, Unit = "{tbl}", Currency = Currency.Usd,
                    Net = net ?? 0m, TaxCode = net is null ? "" : "IVA15", Tax = Math.Round((net ?? 0m) * 0.15m, 2, MidpointRounding.AwayFromZero), Unpriced = net is null ? "PHA806" : null,
                },
            ]);
    }
}
