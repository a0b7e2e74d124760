namespace Clinic.Conventions.Tests.Planted;

/// <summary>Breaks no rule.</summary>
public readonly record struct WholeEquatable(int Value);
