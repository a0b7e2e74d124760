using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>The shape of public types: closed, without setters, and equal where they say they are.</summary>
internal static class TypeRule
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Public classes are sealed, static or abstract.</summary>
    public static IEnumerable<string> Open(IEnumerable<Type> types) =>
        types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => $"{t.FullName} can be derived from");

    /// <summary>No public setter or field that can be written, but on options and where ADO.NET prescribes it; init is fine.</summary>
    public static IEnumerable<string> Settable(IEnumerable<Type> types) =>
        types.Where(t => !t.IsEnum && !t.Name.EndsWith("Options", StringComparison.Ordinal) && !IsOfAdoNet(t)).SelectMany(Setters);

    /// <summary>A struct that is <see cref="IEquatable{T}"/> of itself has both operators.</summary>
    public static IEnumerable<string> WithoutOperators(IEnumerable<Type> types) =>
        types.Where(t => t is { IsValueType: true, IsEnum: false } && t.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(t)))
            .Where(t => t.GetMethod("op_Equality", [t, t]) is null || t.GetMethod("op_Inequality", [t, t]) is null)
            .Select(t => $"{t.FullName} is equatable without == and !=");

    // Commands, parameters and connection strings are filled by their setters.
    private static bool IsOfAdoNet(Type type) =>
        type.BaseType is { } parent && (parent.Namespace == "System.Data.Common" || IsOfAdoNet(parent)) && !type.IsSubclassOf(typeof(Exception));

    private static IEnumerable<string> Setters(Type type) =>
        type.GetProperties(Declared).Where(p => p.SetMethod is { IsPublic: true } setter && !IsInit(setter)).Select(p => $"{type.FullName}.{p.Name} can be set")
            .Concat(type.GetFields(Declared).Where(f => f is { IsInitOnly: false, IsLiteral: false }).Select(f => $"{type.FullName}.{f.Name} can be set"));

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
