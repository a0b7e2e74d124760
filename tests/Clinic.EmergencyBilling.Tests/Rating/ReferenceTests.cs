using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>The fast rater against one that asks every second for itself.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Rating_equals_walking_every_second_to_the_cent() =>
        Prop.ForAll(Arb.From(Cases.Request), request =>
        {
            var slow = new SecondBySecond(request).Run();
            var fast = StayRater.Rate(request);
            return (fast.Subtotal.Amount == slow.Total(2) && (long)fast.Billed.TotalSeconds == slow.BilledSeconds)
                .Label($"{Describe(request, fast)} {fast.Subtotal} and {slow.Exact}, billed {fast.Billed.TotalSeconds} and {slow.BilledSeconds}");
        }).Holds(300);

    private static string Describe(RatingRequest request, Statement statement) =>
        System.Text.Json.JsonSerializer.Serialize(statement.Lead.Terms.Caps) + statement.Lead.Terms.Metering + string.Join('|', statement.Lead.Terms.Components.Concat<object>(statement.Lead.Terms.Surcharges))
        + string.Join('|', statement.Lines.Select(l => $"{l.Kind} {l.Code} {l.From}-{l.To} {l.Count} {l.UnitPrice} {l.Amount}")) + string.Join(',', request.Stay.Pauses.Concat(request.Stay.CarveOuts));
}
