using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Requisitions;

namespace Clinic.Pharmacy.Tests.Requisitions;

/// <summary>The culture of the machine changes not one byte of a requisition or its papers.</summary>
public sealed class RequisitionCultureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task A_requisition_and_its_papers_read_the_same_everywhere(string culture)
    {
        var expected = await TellAsync(CultureInfo.InvariantCulture);

        Assert.Equal(expected, await TellAsync(new CultureInfo(culture)));
        Assert.Contains("2026-000001", expected, StringComparison.Ordinal);
    }

    private static async Task<string> TellAsync(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var k = await RequisitionKit.OpenAsync();
            await k.H.LotAsync(k.P, 12);
            var id = await k.PickingAsync(1000, granted: 30);
            var paper = (await k.H.Get<RequisitionPrinting>().PickingListAsync(k.H.Tenant, k.Sender, id, Ct)) with { Reference = "-" };
            var refused = await Assert.ThrowsAsync<PharmacyException>(() => k.SendAsync(id));
            return string.Join('\n', RequisitionPapers.Html(paper, "es"), JsonSerializer.Serialize((await k.ReadAsync(id)).Figures.Select(f => f with { Presentation = default }), ClinicJson.Options), refused.Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
