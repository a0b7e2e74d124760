using System.Reflection;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>No type of the state machine library is public or part of a public signature.</summary>
internal static class StatelessRule
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Leaks(IEnumerable<Type> types) =>
        types.Where(t => IsStateless(t) || Heritage(t).Any(IsStateless)).Select(t => $"{t.FullName} is or extends a Stateless type")
            .Concat(types.SelectMany(t => t.GetMembers(All).Where(IsVisible).Where(m => Mentioned(m).Any(IsStateless))
                .Select(m => $"{t.FullName}.{m.Name} shows a Stateless type")));

    private static IEnumerable<Type> Heritage(Type type) => type.GetInterfaces().Concat(type.BaseType is null ? [] : [type.BaseType]);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => false,
    };

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).Concat(method.GetGenericArguments()),
        MethodBase constructor => constructor.GetParameters().Select(p => p.ParameterType),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    // Constraints are looked at one deep: they may speak of themselves.
    private static bool IsStateless(Type type) =>
        IsNamedSo(type)
        || (type.HasElementType && IsStateless(type.GetElementType()!))
        || (type.IsGenericParameter ? type.GetGenericParameterConstraints().Any(IsNamedSo) : type.GetGenericArguments().Any(IsStateless));

    private static bool IsNamedSo(Type type) =>
        type.Namespace == "Stateless" || type.Namespace?.StartsWith("Stateless.", StringComparison.Ordinal) == true;
}
