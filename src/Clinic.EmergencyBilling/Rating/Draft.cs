namespace Clinic.EmergencyBilling.Rating;

/// <summary>A line in the making; amounts are kept times 3600, so that they need no division.</summary>
internal struct Draft
{
    public LineKind Kind;
    public bool IsFurther;
    public short Plan;
    public short Terms;
    public short Component;
    public short Surcharge;
    public short Tier;
    public short Tax;
    public short Payer;
    public short Discount;
    public int Day;
    public int SecondOfDay;
    public int Window;
    public long Start;
    public long End;
    public long Seconds;
    public long Units;
    public ulong Stacked;
    public decimal Price;
    public decimal Exact;
    public decimal Fine;
}
