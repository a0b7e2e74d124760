using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clinic.Conventions.Tests.Approvals;

/// <summary>Writes a type as C# would, with nullability and the names of tuple elements.</summary>
internal sealed class TypeNames(IEnumerable<string?> tupleNames)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new (Type Type, string Keyword)[]
    {
        (typeof(void), "void"), (typeof(object), "object"), (typeof(string), "string"), (typeof(bool), "bool"),
        (typeof(byte), "byte"), (typeof(sbyte), "sbyte"), (typeof(short), "short"), (typeof(ushort), "ushort"),
        (typeof(int), "int"), (typeof(uint), "uint"), (typeof(long), "long"), (typeof(ulong), "ulong"),
        (typeof(float), "float"), (typeof(double), "double"), (typeof(decimal), "decimal"), (typeof(char), "char"),
    }.ToDictionary(k => k.Type, k => k.Keyword);

    private readonly Queue<string?> names = new(tupleNames);

    public static string Of(ParameterInfo parameter) => Namer(parameter).Write(parameter.ParameterType, Nullability.Create(parameter));

    public static string Of(PropertyInfo property) => Namer(property).Write(property.PropertyType, Nullability.Create(property));

    public static string Of(FieldInfo field) => Namer(field).Write(field.FieldType, Nullability.Create(field));

    public static string Of(EventInfo @event) => Namer(@event).Write(@event.EventHandlerType!, Nullability.Create(@event));

    public static string Of(Type type) => new TypeNames([]).Write(type, null);

    private static TypeNames Namer(ICustomAttributeProvider source) =>
        new(source.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false)
            .Cast<TupleElementNamesAttribute>().SelectMany(a => a.TransformNames));

    private string Write(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef) return Write(type.GetElementType()!, nullability);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Bare(inner, nullability) + "?";
        return Bare(type, nullability) + (!type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private string Bare(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Write(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter || !type.IsGenericType) return Qualified(type);
        var arguments = type.GetGenericArguments();
        var isTuple = type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true;
        // The names of all elements come before those of the elements' own types.
        var elements = arguments.Select(_ => isTuple && names.TryDequeue(out var name) ? name : null).ToList();
        var written = arguments.Select((argument, i) =>
            Write(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)) + (elements[i] is { } name ? " " + name : ""));
        var list = string.Join(", ", written);
        return isTuple ? $"({list})" : $"{Qualified(type)}<{list}>";
    }

    private static string Qualified(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Qualified(type.DeclaringType!)}.{name}" : name;
    }
}
