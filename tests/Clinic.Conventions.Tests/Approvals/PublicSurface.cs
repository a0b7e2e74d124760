using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Clinic.Conventions.Tests.Approvals;

/// <summary>Prints what a package promises: every visible type and member, sorted, one line each.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(string title, IEnumerable<Type> types)
    {
        var page = new StringBuilder(title).Append('\n');
        foreach (var group in types.GroupBy(t => t.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append("\nnamespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(t => t.FullName, StringComparer.Ordinal))
            {
                page.Append('\n').Append(Header(type)).Append('\n');
                foreach (var line in Members(type)) page.Append("    ").Append(line).Append('\n');
            }
        }

        return page.ToString();
    }

    private static string Header(Type type)
    {
        var name = Marks(type) + "public ";
        if (type.IsEnum) return $"{name}enum {TypeNames.Of(type)} : {TypeNames.Of(Enum.GetUnderlyingType(type))}";
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{name}delegate {TypeNames.Of(invoke.ReturnParameter)} {TypeNames.Of(type)}({Parameters(invoke)}){Constraints(type.GetGenericArguments())}";
        }

        IEnumerable<string> parents = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Select(TypeNames.Of).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)) parents = parents.Prepend(TypeNames.Of(parent));
        var heritage = string.Join(", ", parents);
        return $"{name}{Kind(type)} {TypeNames.Of(type)}{(heritage.Length == 0 ? "" : " : " + heritage)}{Constraints(type.GetGenericArguments())}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (type.GetMethod("<Clone>$") is null ? "class" : "record"),
    };

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(n => $"{n} = {Enum.Format(type, Enum.Parse(type, n), "D")}");
        if (IsDelegate(type)) return [];
        return type.GetMembers(Declared)
            .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(Line).OfType<string>().Order(StringComparer.Ordinal);
    }

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } c when Access(c) is { } access =>
            $"{Marks(c)}{access} {c.DeclaringType!.Name.Split('`')[0]}({Parameters(c)})",
        MethodInfo m when Access(m) is { } access && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Marks(m)}{access} {Modifiers(m)}{TypeNames.Of(m.ReturnParameter)} {m.Name}{Generics(m)}({Parameters(m)}){Constraints(m.GetGenericArguments())}",
        PropertyInfo p when Accessors(p) is { Length: > 0 } accessors =>
            $"{Marks(p)}{Widest(p)} {Modifiers((p.GetMethod ?? p.SetMethod)!)}{(p.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{TypeNames.Of(p)} {p.Name}{Index(p)} {{ {accessors} }}",
        FieldInfo f when Access(f) is { } access =>
            $"{Marks(f)}{access} {(f.IsLiteral ? "const " : (f.IsStatic ? "static " : "") + (f.IsInitOnly ? "readonly " : ""))}{TypeNames.Of(f)} {f.Name}{(f.IsLiteral ? " = " + Literal(f.GetRawConstantValue(), f.FieldType) : "")}",
        EventInfo e when Access(e.AddMethod!) is { } access => $"{Marks(e)}{access} event {TypeNames.Of(e)} {e.Name}",
        _ => null,
    };

    private static string? Access(MethodBase method) =>
        method.IsPublic ? "public" : method is { IsFamily: true } or { IsFamilyOrAssembly: true } ? "protected" : null;

    private static string? Access(FieldInfo field) =>
        field.IsPublic ? "public" : field is { IsFamily: true } or { IsFamilyOrAssembly: true } ? "protected" : null;

    private static string Accessors(PropertyInfo property) =>
        string.Join(' ', property.GetAccessors(nonPublic: true).Where(a => Access(a) is not null).Select(a =>
            (Access(a) == Widest(property) ? "" : Access(a) + " ") + (a == property.GetMethod ? "get;" : IsInit(a) ? "init;" : "set;")));

    private static string? Widest(PropertyInfo property) =>
        property.GetAccessors(nonPublic: true).Select(a => Access(a)).OfType<string>().OrderDescending(StringComparer.Ordinal).FirstOrDefault();

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => method.IsAbstract ? "" : "default ",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((p, i) =>
        $"{(i == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")}{Passing(p)}{TypeNames.Of(p)} {p.Name}{(p.HasDefaultValue ? " = " + Literal(p.RawDefaultValue, p.ParameterType) : "")}"));

    private static string Passing(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
        : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(TypeNames.Of))}]" : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Constraints(IEnumerable<Type> parameters) =>
        string.Concat(parameters.Select(p => (p.Name, Text: Constraint(p))).Where(c => c.Text.Length > 0).Select(c => $" where {c.Name} : {c.Text}"));

    private static string Constraint(Type parameter)
    {
        var special = parameter.GenericParameterAttributes;
        var isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        var parts = new List<string>();
        if (isStruct) parts.Add("struct");
        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) parts.Add("class");
        parts.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(TypeNames.Of).Order(StringComparer.Ordinal));
        if (parts.Count == 0 && IsNotNull(parameter)) parts.Add("notnull");
        if (!isStruct && special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) parts.Add("new()");
        return string.Join(", ", parts);
    }

    // 1 means "not annotated as nullable"; the method or type says it for all its parameters.
    private static bool IsNotNull(Type parameter) =>
        parameter.GetCustomAttribute<NullableAttribute>()?.NullableFlags[0]
            is 1 || (parameter.GetCustomAttribute<NullableAttribute>() is null
                && (parameter.DeclaringMethod as MemberInfo ?? parameter.DeclaringType!).GetCustomAttribute<NullableContextAttribute>()?.Flag == 1);

    private static string Literal(object? value, Type type) => (value, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (null, { IsValueType: true }) when Nullable.GetUnderlyingType(type) is null => "default",
        (null, _) => "null",
        (string text, _) => $"\"{text}\"",
        (char letter, _) => $"'{letter}'",
        (bool flag, _) => flag ? "true" : "false",
        (_, { IsEnum: true } @enum) => $"{@enum.Name}.{Enum.ToObject(@enum, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Marks(MemberInfo member) =>
        (member.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "")
        + (member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete ? $"[Obsolete(\"{obsolete.Message}\")] " : "");

    private static bool IsDelegate(Type type) => type.IsAssignableTo(typeof(Delegate)) && type != typeof(Delegate);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
