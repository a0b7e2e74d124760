namespace Clinic.Conventions.Tests.Rules;

/// <summary>Every port named I…Store has its cases: a public sealed or static class …StoreContract.</summary>
internal static class StoreContractRule
{
    public static IEnumerable<string> WithoutCases(IEnumerable<Type> ports, IEnumerable<Type> contracts) =>
        ports.Where(IsStore)
            .Where(port => !contracts.Any(c => c is { IsClass: true, IsPublic: true, IsSealed: true } && c.Name == CasesOf(port)))
            .Select(port => $"{port.FullName} has no public sealed or static class {CasesOf(port)} in Clinic.Storage.Contracts");

    private static bool IsStore(Type type) =>
        type is { IsInterface: true, IsPublic: true } && NameOf(type) is ['I', _, ..] name && name.EndsWith("Store", StringComparison.Ordinal);

    private static string CasesOf(Type port) => NameOf(port)[1..] + "Contract";

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
