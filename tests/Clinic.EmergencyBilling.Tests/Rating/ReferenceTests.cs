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
                .Label($"{fast.Subtotal} and {slow.Exact}, billed {fast.Billed.TotalSeconds} and {slow.BilledSeconds}");
        }).Holds(300);
}
