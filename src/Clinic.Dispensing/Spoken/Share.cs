namespace Clinic.Dispensing.Spoken;

/// <summary>A part of a whole, kept apart so that thirds stay exact; the whole is more than zero.</summary>
internal readonly record struct Share(decimal Part, decimal Whole)
{
    public bool IsAbove(decimal times) => Part > times * Whole;

    public bool IsOne => Part == Whole;
}
