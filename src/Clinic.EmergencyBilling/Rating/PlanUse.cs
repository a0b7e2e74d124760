using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>A plan within one rating: the masks of the day it stands on, and the time its prices have claimed.</summary>
internal sealed class PlanUse(RatingPlan plan, short index)
{
    private readonly long[] claimed = new long[plan.Components.Length];

    private readonly short[] taxes = Unknown(plan.Components.Length);

    // A tier goes on counting when the tariff changes within a stay.
    private (PlanUse Plan, int Component)?[]? carried;

    public RatingPlan Plan => plan;

    public short Index => index;

    public int Day { get; set; } = int.MinValue;

    public ulong Today { get; set; }

    public ulong Yesterday { get; set; }

    public ulong Commenced { get; set; }

    public ref long Claimed(int component) =>
        ref carried?[component] is { } from ? ref from.Plan.Claimed(from.Component) : ref claimed[component];

    /// <summary>The place of a component's tax among the taxes of the bill; negative while not looked up.</summary>
    public ref short TaxOf(int component) => ref taxes[component];

    public void CarryFrom(List<PlanUse> earlier)
    {
        for (var i = 0; i < plan.Components.Length; i++)
        {
            if (plan.Components[i] is not GraduatedPrice) continue;
            var known = earlier.FirstOrDefault(u => Find(u, i) >= 0);
            if (known is null) continue;
            carried ??= new (PlanUse, int)?[plan.Components.Length];
            carried[i] = (known, Find(known, i));
        }
    }

    private static short[] Unknown(int count)
    {
        var places = new short[count];
        Array.Fill(places, (short)-1);
        return places;
    }

    private int Find(PlanUse other, int component) =>
        Array.FindIndex(other.Plan.Components, c => c is GraduatedPrice && c.Code == plan.Components[component].Code);
}
