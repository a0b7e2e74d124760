using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Labels;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reports;

/// <summary>The label of a lot.</summary>
public sealed class LotLabelTests
{
    [Fact]
    public async Task A_label_carries_the_element_string_and_reads_back()
    {
        var (presentation, lot) = await LotAsync("L-1", "<b>Ñ & \"co\"</b>");
        var label = LotLabel.Of(presentation, lot);

        Assert.Equal("010761234567890017270131" + "10L-1", label.ElementString);
        Assert.Equal("(01)07612345678900(17)270131(10)L-1", label.Readable);
        foreach (var (size, page) in new[] { (LabelSize.Small, "50mm 30mm"), (LabelSize.Medium, "70mm 40mm"), (LabelSize.Large, "100mm 60mm") })
        {
            var html = label.Html(size, "es");
            Assert.Contains($"@page{{size:{page}", html, StringComparison.Ordinal);
            Assert.Contains("Vence: <b>2027-01-31</b>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Ñ", html, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        }

        Assert.Contains("Expires: <b>2027-01-31</b>", label.Html(LabelSize.Small, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_standard_does_not_know_is_printed_for_people_only()
    {
        var (presentation, lot) = await LotAsync("LOTE Ñ 1", "x");
        var label = LotLabel.Of(presentation, lot);

        Assert.Null(label.ElementString);
        Assert.DoesNotContain("data-gs1", label.Html(LabelSize.Small, "es"), StringComparison.Ordinal);
    }

    private static async Task<(Presentation Presentation, Lot Lot)> LotAsync(string number, string name)
    {
        var h = new Hospital();
        var presentation = await h.PresentationAsync();
        var lot = (await h.Get<ILotStore>().FindAsync(h.Tenant, await h.LotAsync(presentation, 10, number, new LocalDate(2027, 1, 31)), TestContext.Current.CancellationToken))!;
        var named = Presentation.Restore(presentation.ToSnapshot() with { Name = name, Gtins = [new(Gtin.Parse("7612345678900"))] });
        return (named, lot);
    }
}
