using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>How our values are stored, alike on both databases (docs/adr/0006).</summary>
internal static class Conventions
{
    /// <summary>SHA-256 in hex.</summary>
    public const int HashLength = 64;

    public static void UseTrackerConventions(this ModelConfigurationBuilder configuration)
    {
        foreach (var type in typeof(Entity).Assembly.GetTypes().Where(t => t.IsPublic))
        {
            if (type.IsEnum) configuration.Properties(type, property => property.HaveConversion<string>().HaveMaxLength(40));
            else if (IsTypedId(type)) configuration.Properties(type, property => property.HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(type)));
        }

        // Days of the week belong to the framework, not to us.
        configuration.Properties<DayOfWeek>().HaveConversion<string>().HaveMaxLength(10);
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configuration.Properties<decimal>().HavePrecision(24, 6);
    }

    /// <summary>The key is the order of saving, so that related rows lie together; the id is unique beside it and what others refer to.</summary>
    public static void UseSequenceKeys(this ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)).ToList())
            model.Entity(type.ClrType).HasKey(nameof(Entity.Seq));
    }

    /// <summary>A short list in one column, as text: "a,b". For lists that are shown and never searched.</summary>
    public static void IsTextList<T>(this PropertyBuilder<IReadOnlyList<T>> property, Func<string, T> parse) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => Join(list), text => Split(text, parse)),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), list => list));

    private static string Join<T>(IReadOnlyList<T> list) => string.Join(',', list);

    private static List<T> Split<T>(string text, Func<string, T> parse) => text.Length == 0 ? [] : [.. text.Split(',').Select(parse)];

    private static bool IsTypedId(Type type) =>
        type is { IsValueType: true, IsEnum: false } && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)?.PropertyType == typeof(Guid);
}
