using System.Globalization;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;

namespace Clinic.EmergencyBilling.Tests.Cultures;

/// <summary>The culture of the machine changes not one byte of what comes out.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("de-CH")]
    public void Figures_hashes_sentences_and_refusals_are_the_same_everywhere(string culture) =>
        Assert.Equal(In(CultureInfo.InvariantCulture), In(new(culture)));

    private static string In(CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return Tell();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string Tell()
    {
        var terms = StarterTariffs.DayAndNight(12.5m, 18.75m) with
        {
            Caps = [Cap.PerCalendarDay(99.99m)],
            Discounts = [new("C", "Convenio", DiscountKind.Percent, 3.5m)],
            CashStep = 0.05m,
            Surcharges = [new("I", "Invierno", SurchargeKind.Percent, 12.3456m, -1)],
        };
        var s = Prices.Rate(Prices.Stay(Prices.Local(21, 46, 7), Prices.Local(9, 1, 3, day: 11)), Prices.Book(terms));
        var refused = Assert.Throws<EmergencyBillingException>(() => Prices.Published(Prices.Terms(Prices.Hourly(-1.005m) with { Restriction = new() { Bands = [new(new(1, 2, 3), new(1, 2, 3))] } })));
        return string.Join('\n', [s.Fingerprint(), s.Lead.ContentHash, .. StatementWords.Explain(s, Prices.Guayaquil, "es"), .. StatementWords.Explain(s, Prices.Guayaquil, "en"), refused.Message]);
    }
}
