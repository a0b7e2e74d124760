namespace Clinic.Pharmacy.Presentations;

/// <summary>A level of packaging over the one below it, such as a blister of 10 tablets or a box of 10 blisters.</summary>
/// <param name="Name">The word for it, such as <c>blister</c>; unique in the presentation, 1 to 32 characters.</param>
/// <param name="Contains">How many of the level below it holds; 1 to 1,000,000, exact.</param>
/// <param name="CanBeOpened">Whether part of it may leave; false for bottles and sealed packs.</param>
public sealed record PackLevel(string Name, int Contains, bool CanBeOpened = true);
