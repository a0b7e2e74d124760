using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;
using static Clinic.EmergencyBilling.Tests.Kit.Prices;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>What is paid in coins, beside the exact total.</summary>
public sealed class CashTests
{
    [Theory]
    [InlineData("COP", 50, 12_324, 12_300, -24)]
    [InlineData("COP", 50, 12_325, 12_350, 25)]
    [InlineData("CRC", 5, 1_002.49, 1_000, -2.49)]
    [InlineData("CRC", 5, 1_002.50, 1_005, 2.50)]
    [InlineData("CHF", 0.05, 10.02, 10.00, -0.02)]
    [InlineData("CHF", 0.05, 10.03, 10.05, 0.02)]
    [InlineData("USD", 0.01, 10.03, 10.03, 0)]
    public void An_hour_in_coins(string currency, double coin, double price, double cash, double added)
    {
        var s = Rate(Stay(Local(8), Local(9)), Book(Terms(Hourly((decimal)price)) with { CashStep = (decimal)coin }, currency));

        Assert.Equal(((decimal)price, (decimal)cash, (decimal)added), (s.Total.Amount, s.Cash!.Value.Amount, s.CashRounding!.Value.Amount));
    }

    [Fact]
    public void Only_the_patients_share_is_paid_in_coins_and_tax_stays_as_it_is()
    {
        var terms = Terms(Hourly(10_001m, tax: "IVA15")) with { Taxes = [Iva], Split = new(0m, 80m, null), CashStep = 50m };
        Statement Of(TariffTerms t) => Rate(new(Local(8), Local(9), [new(Local(8), "EPS")]), Book(t, "COP"));
        var (with, without) = (Of(terms), Of(terms with { CashStep = null }));

        Assert.Equal((11_501.15m, 1_500.15m, 2_300.23m, 2_300m), (with.Total.Amount, with.Tax.Amount, with.Patient.Amount, with.Cash!.Value.Amount));
        Assert.Equal((with.Total, with.Tax, with.Patient), (without.Total, without.Tax, without.Patient));
        Assert.Null(without.Cash);
        Assert.Null(without.CashRounding);
    }

    [Fact]
    public void Cash_is_within_half_a_coin_of_what_the_patient_owes_and_the_shares_sum_to_the_total() =>
        Cases.ForAll(from r in LawTests.Shared from coin in Gen.Elements(0.05m, 0.5m, 1m, 50m) select (r, coin), c =>
        {
            var terms = c.r.Tariffs.Find("IESS", null, null, c.r.Stay.Start)!.Terms with { CashStep = c.coin };
            var s = StayRater.Rate(c.r with { Tariffs = Book(terms, c.r.Tariffs.Currency.Code) });
            return s.Cash!.Value.Amount % c.coin == 0m && Math.Abs(s.CashRounding!.Value.Amount) <= c.coin / 2m
                && s.Patient.Amount == s.Payers.Sum(p => p.ByPatient.Amount) && s.Patient.Amount + s.Payers.Sum(p => p.ByPayer.Amount) == s.Total.Amount;
        });

    [Theory]
    [InlineData(0, EmergencyBillingRules.FieldInvalid)]
    [InlineData(-1, EmergencyBillingRules.RateNegative)]
    [InlineData(0.001, EmergencyBillingRules.RateTooFine)]
    [InlineData(1001, EmergencyBillingRules.FieldInvalid)]
    public void Coins_that_cannot_be_meant_are_refused(double coin, string code) =>
        Assert.Contains(code, Assert.Throws<EmergencyBillingException>(() => Published(Terms(Hourly(1m)) with { CashStep = (decimal)coin })).Failures.Select(f => f.Code));
}
