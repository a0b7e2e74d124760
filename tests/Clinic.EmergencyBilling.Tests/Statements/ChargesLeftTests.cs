using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Statements;

/// <summary>What is charged over all bills of a visit is what is left in the end, whatever happened between them.</summary>
public class ChargesLeftTests
{
    private static readonly UuidV7Generator Ids = new(SystemClock.Instance);

    [Fact]
    public void What_is_invoiced_as_it_stands_is_not_charged_again() => Assert.Empty(ChargesLeft.Of([Charge(10)], [Invoice([Charge(10)])]));

    [Fact]
    public void Another_price_of_what_is_invoiced_changes_nothing() => Assert.Empty(ChargesLeft.Of([Charge(10) with { Net = 99m }], [Invoice([Charge(10)])]));

    [Fact]
    public void What_came_back_is_taken_off_at_the_price_that_was_invoiced() =>
        Assert.Equal((-4m, -2.00m, -0.30m), Assert.Single(ChargesLeft.Of([Charge(6) with { Net = 99m }], [Invoice([Charge(10)])])) is var c ? (c.Quantity, c.Net, c.Tax) : default);

    [Fact]
    public void What_was_added_costs_its_part_of_what_all_of_it_costs() =>
        Assert.Equal((2m, 1.00m, 0.15m), Assert.Single(ChargesLeft.Of([Charge(12)], [Invoice([Charge(10)])])) is var c ? (c.Quantity, c.Net, c.Tax) : default);

    [Fact]
    public void What_vanished_is_negated() =>
        Assert.Equal((-10m, -5.00m, -0.75m), Assert.Single(ChargesLeft.Of([], [Invoice([Charge(10)])])) is var c ? (c.Quantity, c.Net, c.Tax) : default);

    [Fact]
    public void What_was_taken_back_or_never_accepted_does_not_count()
    {
        var invoice = Invoice([Charge(10)]);
        var accepted = invoice.Answer(new StayInvoiceOutcome.Accepted("1", null, AStay.Nine), AStay.Nine);

        Assert.Equal([Charge(10)], ChargesLeft.Of([Charge(10)], [invoice.Annulled(AStay.Nine)]));
        Assert.Equal([Charge(10)], ChargesLeft.Of([Charge(10)], [accepted.Credited(), accepted.Negation(Ids.Next<StayInvoiceId>(), 2, AStay.Nine)]));
    }

    [Fact]
    public void What_has_no_price_stays_without_one() =>
        Assert.Equal((2m, "PHA806"), Assert.Single(ChargesLeft.Of([Charge(12) with { Unpriced = "PHA806", Net = 0m, Tax = 0m }], [Invoice([Charge(10)])])) is var c ? (c.Quantity, c.Unpriced) : default);

    [Fact]
    public void Over_all_bills_exactly_what_is_left_is_charged() => Prop.ForAll(
        Gen.Choose(0, 20).Select(n => (decimal)n).ListOf().ToArbitrary(), quantities =>
        {
            var invoices = new List<StayInvoice>();
            foreach (var quantity in quantities.Append(0m))
            {
                IReadOnlyList<OtherCharge> charges = quantity == 0m ? [] : [Charge(quantity)];
                var left = ChargesLeft.Of(charges, invoices);
                if (left.Count > 0) invoices.Add(Invoice(left));
                Assert.Empty(ChargesLeft.Of(charges, invoices));
                Assert.Equal(quantity, ChargesLeft.On(invoices, []).Sum(c => c.Quantity));
            }

            // All came back in the end, so nothing is owed to the cent.
            Assert.Equal(0m, invoices.Sum(i => i.Total));
        }).Holds();

    private static OtherCharge Charge(decimal quantity) => new()
    {
        Source = "pharmacy",
        Reference = "a",
        At = AStay.Nine,
        Code = "AMOX",
        Description = "Amoxicilina",
        Quantity = quantity,
        Unit = "{tablet}",
        Currency = Currency.Usd,
        Net = quantity * 0.50m,
        TaxCode = "IVA15",
        Tax = Math.Round(quantity * 0.075m, 2, MidpointRounding.AwayFromZero),
    };

    private static StayInvoice Invoice(IReadOnlyList<OtherCharge> charges) => StayInvoice.Restore(new(
        Ids.Next<StayInvoiceId>(), StayInvoiceKind.Invoice, Ids.Next<StayId>(), Ids.Next<EncounterId>(), Ids.Next<SiteId>(), Ids.Next<PatientId>(), 1, null, Currency.Usd,
        [.. charges.Select(c => new StayInvoiceLine(c.Source, c.Reference, c.Code, c.Description, c.Quantity, c.Unit, c.Net, c.TaxCode, c.Tax))],
        null, AStay.Nine, StayInvoiceStatus.Pending, null, null, null, null, 0, AStay.Nine, 1));
}
