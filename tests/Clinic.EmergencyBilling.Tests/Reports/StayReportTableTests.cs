using System.Globalization;
using System.Text;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Reports.Csv;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Reports;

/// <summary>Reports as files.</summary>
public class StayReportTableTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    [Theory]
    [InlineData("en", "es-EC")]
    [InlineData("es", "tr-TR")]
    public async Task Charges_end_in_a_sum_and_no_text_is_a_formula(string language, string culture)
    {
        var world = await OpenAsync();
        var stay = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Payer = "=1+1;\"x\"" }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
        world.Clock.AdvanceMinutes(20);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var (plain, excel) = (await ChargesAsync(world, StayCsvStyle.Plain(language)), await ChargesAsync(world, StayCsvStyle.Excel(language)));

            Assert.Equal(4, plain.Length);
            Assert.StartsWith(language == "es" ? "estancia,visita,estancias" : "stay,encounter,stays", plain[0], StringComparison.Ordinal);
            Assert.Contains(",\"'=1+1;\"\"x\"\"\",2026-03-10 09:00:00,2026-03-10 09:20:00,", plain[1], StringComparison.Ordinal);
            Assert.Contains(",0.3333,0.3333,0.3333,", plain[1], StringComparison.Ordinal);
            Assert.Contains(language == "es" ? ",alta," : ",discharged,", plain[1], StringComparison.Ordinal);
            Assert.StartsWith("TOTAL,,1,", plain[2], StringComparison.Ordinal);
            Assert.Contains(",USD,20,0,20,0,20,", plain[2], StringComparison.Ordinal);
            Assert.Equal("", plain[3]);
            Assert.Equal('\uFEFF', excel[0][0]);
            Assert.Contains(language == "es" ? ";0,3333;" : ";0.3333;", excel[1], StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Changes_have_a_line_for_every_value_and_open_stays_one_each()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var close = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Closed).Id;
        await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = close, At = AStay.At(30), Reason = "-mal", Approver = world.Approver() }, Ct);
        var change = (await world.Get<StayReports>().ChangesAsync(world.As(Role.Auditor), null, null, new(), PageRequest.First, Ct)).Page.Items.Single();
        var price = new ChangeRow(change.At, change.By, null, "acuerdo", null, new(
            new(Guid.CreateVersion7()), "Público", TariffChangeKind.Corrected, 2, "ab", change.By, change.At, 1,
            [new("components[HORA].perHour", "60", "70"), new("caps[1].amount", null, "500")], null, null));
        var ended = price with { Price = price.Price! with { Kind = TariffChangeKind.Ended, Differences = [], EndAfter = AStay.At(90) } };

        var lines = await TextAsync(to => StayReportTables.WriteChangesAsync(to, new[] { change, price, ended }.ToAsyncEnumerable(), StayCsvStyle.Plain("es"), Prices.Guayaquil, Ct));

        Assert.Equal(6, lines.Length);
        Assert.Contains(",corrección de hora,cerrada,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2026-03-10 10:00:00,2026-03-10 09:30:00,USD,60,30,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",'-mal", lines[1], StringComparison.Ordinal);
        Assert.Contains(",Público,2,corregida,components[HORA].perHour,60,70,", lines[2], StringComparison.Ordinal);
        Assert.Contains(",caps[1].amount,,500,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",terminada,,,2026-03-10 10:30:00,", lines[4], StringComparison.Ordinal);

        var running = await world.RunningAsync();
        var open = (await world.Get<StayReports>().OpenAsync(world.As(Role.Cashier), PageRequest.First, cancellationToken: Ct)).Page.Items;
        var table = await TextAsync(to => StayReportTables.WriteOpenAsync(to, open.ToAsyncEnumerable(), StayCsvStyle.Plain("en"), Prices.Guayaquil, Ct));
        Assert.StartsWith($"{running},", table[1], StringComparison.Ordinal);
        Assert.Contains(",running,registered,", table[1], StringComparison.Ordinal);
    }

    private static async Task<string[]> ChargesAsync(Reception world, StayCsvStyle style)
    {
        var reports = world.Get<StayReports>();
        var rows = (await reports.ChargesAsync(world.As(Role.Auditor), Today, Today, PageRequest.First, Ct)).Page.Items;
        var sums = await reports.ChargeSumsAsync(world.As(Role.Auditor), Today, Today, Ct);
        return await TextAsync(to => StayReportTables.WriteChargesAsync(to, rows.ToAsyncEnumerable(), sums, style, Prices.Guayaquil, Ct));
    }

    private static async Task<string[]> TextAsync(Func<Stream, Task> write)
    {
        using var to = new MemoryStream();
        await write(to);
        return Encoding.UTF8.GetString(to.ToArray()).Split("\r\n");
    }
}
