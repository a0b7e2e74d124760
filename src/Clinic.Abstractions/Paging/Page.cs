namespace Clinic.Abstractions;

/// <summary>A part of a long list, with the mark of the next part.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the order that the query promises.</param>
/// <param name="Next">The mark to ask on with; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
