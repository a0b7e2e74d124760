namespace Clinic.Conventions.Tests;

/// <summary>Every package and what it may know: the only list to extend when a package is added.</summary>
internal static class Packages
{
    private static readonly string[] DomainNames = ["Clinic.Pharmacy", "Clinic.Dispensing", "Clinic.EmergencyBilling", "Clinic.Transcription"];

    private static readonly string[] Abstractions =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
    ];

    public static IReadOnlyList<Package> All { get; } =
    [
        new("Clinic.Abstractions", MayKnow: ["NodaTime"]),
        .. DomainNames.Select(name => new Package(name, MayKnow: ["Clinic.Abstractions", "NodaTime", "Stateless", .. Abstractions])),
        new("Clinic.Transcription.Deepgram", MayKnow: ["Clinic.Abstractions", "Clinic.Transcription", "NodaTime", .. Abstractions]),
        new("Clinic.Transcription.OpenAI", MayKnow:
            ["Clinic.Abstractions", "Clinic.Transcription", "NodaTime", .. Abstractions, "OpenAI", "Microsoft.Extensions.AI.Abstractions", "System.ClientModel", "System.Memory.Data"]),
        new("Clinic.Bridges", MayKnow:
            ["Clinic.Abstractions", .. DomainNames, "NodaTime", .. Abstractions, "Microsoft.Extensions.Hosting.Abstractions"]),
        new("Clinic.Storage.Contracts", MayKnow: ["Clinic.Abstractions", .. DomainNames, "NodaTime"]),
        new("Clinic.Storage.Turso", MayUseDatabases: true, MayKnow:
            ["Clinic.Abstractions", .. DomainNames, "NodaTime", .. Abstractions,
             "Dapper", "Microsoft.Data.Sqlite.Core", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core"]),
    ];

    public static IReadOnlyList<Package> WithPorts { get; } =
        [.. All.Where(p => p.Name == "Clinic.Abstractions" || DomainNames.Contains(p.Name))];

    public static Package Contracts => All.Single(p => p.Name == "Clinic.Storage.Contracts");

    public static TheoryData<string> Names => [.. All.Select(p => p.Name)];

    public static Package Named(string name) => All.Single(p => p.Name == name);
}
