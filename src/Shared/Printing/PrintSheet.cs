namespace Clinic.Printing;

/// <summary>What is printed, before anybody decides on what: a title, centred lines, and blocks of rows.</summary>
internal sealed record PrintSheet(string Language, string Title, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<PrintRow>> Blocks, string Foot);
